import { redirect } from 'react-router'
import { actOnAgreement } from '#app/agreements/act-on-agreement.server.ts'
import { isOpen, mayMark, undoable } from '#app/agreements/agreement.ts'
import { actedParam } from '#app/agreements/components/acted-toast.tsx'
import { AgreementFacts } from '#app/agreements/components/agreement-text.tsx'
import { History } from '#app/agreements/components/history.tsx'
import { MarkForms } from '#app/agreements/components/mark-forms.tsx'
import { agreementTexts } from '#app/agreements/words.ts'
import { NotFound } from '#app/platform/context.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { errorsIn, isRefused } from '#app/plan/components/typed.ts'
import { ActionButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { inCase } from '../portal-words.ts'
import { readMyAgreements } from '../read-my-agreements.server.ts'
import type { Route } from './+types/agreement.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const { page: d } = await readMyAgreements(ctx, { caseId: new URL(request.url).searchParams.get('sag') })
  const a = d?.agreements.find((one) => one.id === idParam(params.agreementId))
  if (!d || !a) throw new NotFound('agreement')
  return { d, a }
})

export const action = formAction(async ({ ctx, params, request, form, values }) => {
  const caseId = Number(new URL(request.url).searchParams.get('sag'))
  const acted = await actOnAgreement(ctx, caseId, form, { ...values, agreementId: params.agreementId ?? '' })
  return redirect(`${inCase('/min/aftaler', caseId, { gjort: actedParam(acted) })}#aftale-${acted.id}`)
})

/** One agreement of ours: another day, or not at all, and what has happened to it. */
export default function MyAgreement({ loaderData: { d, a }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = agreementTexts(locale)
  const own = mayMark(a, d.who)
  return (
    <>
      <title>{a.what}</title>
      <BackLink href={inCase('/min/aftaler', d.caseId)}>{m.back}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      {isRefused(actionData) && actionData.conflict && <Alert tone="warning">{m.stale}</Alert>}
      <PageHead title={a.heardBy ? `”${a.what}”` : a.what} />
      <Card>
        <AgreementFacts a={a} today={d.today} who={d.who} />
      </Card>
      {isOpen(a) && own && <MarkForms a={a} who={d.who} today={d.today} data={actionData} open="udsaet" />}
      {own && undoable(a) && (
        <ActionButton
          action="/min/aftaler"
          fields={{ caseId: d.caseId, intent: 'undo', agreementId: a.id, seenRevision: a.revision }}
          label={m.undo}
          describe={a.what}
        />
      )}
      <h2>{m.history}</h2>
      <History a={a} names={d.names} today={d.today} />
    </>
  )
}
