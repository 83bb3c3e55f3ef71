import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { AnswerForm } from '../components/answer-form.tsx'
import { errorsIn } from '../components/typed.ts'
import { dateValues } from '../date-values.server.ts'
import { planTexts } from '../plan-words.ts'
import { readPlanVersion } from '../read-plan-version.server.ts'
import { recordAgreement } from '../record-agreement.server.ts'
import type { Route } from './+types/answer.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const version = await readPlanVersion(ctx, { caseId: idParam(params.caseId), number: idParam(params.number) })
  const person = version.people.find((p) => p.id === idParam(params.personId) && p.asked)
  if (!person || !version.mayAnswerForOthers) throw new NotFound('person')
  return { version, person, given: version.agreement.given.find((a) => a.personId === person.id) }
})

export const action = formAction(async ({ ctx, params, form, values }) => {
  const caseId = idParam(params.caseId)
  await recordAgreement(ctx, {
    ...values,
    ...dateValues(form, ['heardOn', 'onBehalfOn']),
    caseId,
    number: idParam(params.number),
    personId: idParam(params.personId),
  })
  return redirect(`/familier/${caseId}/planen?gemt=1#enighed`)
})

/** What a member says to a version, written down by staff at their word. */
export default function AnswerPage({ loaderData: { version, person, given }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = planTexts(locale)
  const base = `/familier/${version.caseId}/planen`
  const head = version.agreement.version
  return (
    <>
      <title>{m.answerFor(person.name)}</title>
      <BackLink href={`${base}#enighed`}>{m.backToPlan}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      <PageHead title={m.answerFor(person.name)} lead={m.versionOf(head.number, formatShortDate(locale, head.agreedOn, version.today))} />
      <AnswerForm
        number={head.number}
        person={person}
        given={given}
        atWord
        heard={person.child}
        today={version.today}
        readers={[]}
        data={actionData}
        cancelHref={`${base}#enighed`}
      />
    </>
  )
}
