import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { AnswerForm } from '#app/plan/components/answer-form.tsx'
import { errorsIn } from '#app/plan/components/typed.ts'
import { dateValues } from '#app/plan/date-values.server.ts'
import { recordAgreement } from '#app/plan/record-agreement.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { chosenPlan } from '../chosen-case.server.ts'
import { mayAnswerFor } from '../portal.ts'
import { inCase, portalTexts } from '../portal-words.ts'
import type { Route } from './+types/answer.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const { plan, me } = await chosenPlan(ctx, request)
  const person = plan.people.find((p) => p.id === idParam(params.personId))
  const given = plan.agreement?.given.find((a) => a.personId === person?.id)
  if (
    !person ||
    plan.agreement?.version.number !== idParam(params.number) ||
    !plan.may.hope ||
    !mayAnswerFor(person, me.id, given !== undefined)
  )
    throw new NotFound('answer')
  return {
    caseId: plan.caseId,
    today: plan.today,
    number: plan.agreement.version.number,
    person: { id: person.id, name: person.name, child: person.child },
    mine: person.id === me.id,
    given,
  }
})

export const action = formAction(async ({ ctx, params, form, request, values }) => {
  const { plan } = await chosenPlan(ctx, request)
  await recordAgreement(ctx, {
    ...values,
    ...dateValues(form, ['heardOn']),
    caseId: plan.caseId,
    number: idParam(params.number),
    personId: idParam(params.personId),
  })
  return redirect(`${inCase('/min/plan', plan.caseId, { gemt: 'svar' })}#enighed`)
})

/** "Er I enige?": one's own answer in one's own words, or a child's as the child says it. */
export default function Answer({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = portalTexts(locale)
  const back = `${inCase('/min/plan', d.caseId)}#enighed`
  const title = d.mine ? m.answerTitle : m.answerTitleFor(d.person.name)
  return (
    <>
      <title>{title}</title>
      <BackLink href={back}>{m.back}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      <PageHead title={title} lead={d.mine ? undefined : m.answerLeadFor(d.person.name)} />
      <AnswerForm
        number={d.number}
        person={d.person}
        given={d.given}
        atWord={false}
        heard={d.person.child && !d.mine}
        today={d.today}
        readers={[]}
        data={actionData}
        action={inCase(`/min/plan/svar/${d.number}/${d.person.id}`, d.caseId)}
        cancelHref={back}
      />
    </>
  )
}
