import { redirect } from 'react-router'
import { typed, typedDate, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { ChosenMethods, MethodForm } from '../components/methods.tsx'
import { PrinciplesNote } from '../components/principles.tsx'
import { chooseMethod, endMethod } from '../methods.server.ts'
import { readFamilyMethods } from '../read-situation.server.ts'
import { situationTexts } from '../situation-words.ts'
import type { Route } from './+types/family-methods.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => ({
  page: await readFamilyMethods(ctx, { caseId: idParam(params.caseId) }),
  saved: new URL(request.url).searchParams.has('gemt'),
}))

export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  if (values['intent'] === 'end') await endMethod(ctx, { ...values, caseId })
  else await chooseMethod(ctx, { ...withDates(values, ['chosenOn']), caseId })
  return redirect(`/familier/${caseId}/situation/metoder?gemt=1`)
})

/** Which way of working was chosen with this family, and why. */
export default function FamilyMethods({ loaderData: { page: d, saved }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = situationTexts(locale)
  const { errors, values } = refusal(locale, actionData)
  const base = `/familier/${d.caseId}/situation`
  const write = d.may.sectors.length > 0
  return (
    <>
      <title>{`${m.methodsFamily} – ${d.familyName}`}</title>
      {saved && <Toast>{m.saved}</Toast>}
      <BackLink href={base}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHead title={m.methodsFamily} lead={m.methodsLead} />
      {d.chosen.length === 0 ? (
        <EmptyState title={m.methodsNone}>{m.methodsNoneText}</EmptyState>
      ) : (
        <ChosenMethods
          level={2}
          chosen={d.chosen.map((c) => ({ ...c, mine: d.may.sectors.includes(c.sector) }))}
          catalogue={d.catalogue}
          today={d.today}
          endFields={(c) => ({ id: c.id, seenRevision: c.revision ?? 1 })}
        />
      )}
      {write && (
        <Card title={m.methodChoose}>
          <MethodForm
            catalogue={d.catalogue}
            errors={errors}
            method={typed(values, 'method')}
            reason={typed(values, 'reason')}
            chosenOn={typedDate(values, 'chosenOn', d.today)}
          />
        </Card>
      )}
      <PrinciplesNote principles={d.principles} today={d.today} />
    </>
  )
}
