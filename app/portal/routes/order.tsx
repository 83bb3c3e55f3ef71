import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { chooseFocus } from '#app/plan/choose-focus.server.ts'
import { errorsIn } from '#app/plan/components/typed.ts'
import { goalTree, moveGoal } from '#app/plan/goal-order.ts'
import { orderGoals } from '#app/plan/order-goals.server.ts'
import { planTexts } from '#app/plan/plan-words.ts'
import { ActionButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { chosenPlan } from '../chosen-case.server.ts'
import { Badge } from '#app/ui/text.tsx'
import { inCase, portalTexts } from '../portal-words.ts'
import type { Route } from './+types/order.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const { plan } = await chosenPlan(ctx, request)
  if (!plan.may.order) throw new NotFound('order')
  return {
    caseId: plan.caseId,
    goals: goalTree(plan.goals, plan.goalOrder).map((g) => ({ id: g.id, title: g.title, sector: g.kind === 'sector', inFocus: g.inFocus })),
  }
})

export const action = formAction(async ({ ctx, request, values }) => {
  const { plan } = await chosenPlan(ctx, request)
  if (values['intent'] === 'focus') {
    await chooseFocus(ctx, { caseId: plan.caseId, goalId: values['goalId'], on: values['on'] })
    return redirect(`${inCase('/min/plan/raekkefoelge', plan.caseId)}#maal-${String(values['goalId'])}`)
  }
  const moved = moveGoal(goalTree(plan.goals, plan.goalOrder), Number(values['goalId']), values['direction'] === 'up' ? 'up' : 'down')
  await orderGoals(ctx, { caseId: plan.caseId, goalIds: moved })
  return redirect(`${inCase('/min/plan/raekkefoelge', plan.caseId)}#maal-${String(values['goalId'])}`)
})

/** The family decides what comes first (PLAN-22); each move is saved at once. */
export default function Order({ loaderData: { caseId, goals }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = portalTexts(locale)
  const here = inCase('/min/plan/raekkefoelge', caseId)
  const full = errorsIn(actionData, locale)['focus']
  const p = planTexts(locale)
  const own = goals.filter((g) => !g.sector)
  const button = (goalId: number, direction: 'up' | 'down', title: string) => (
    <ActionButton action={here} fields={{ goalId, direction }} label={direction === 'up' ? m.up : m.down} describe={title} />
  )
  return (
    <>
      <title>{m.orderTitle}</title>
      <BackLink href={`${inCase('/min/plan', caseId)}#maal`}>{m.back}</BackLink>
      <PageHead title={m.orderTitle} lead={m.orderLead} />
      {full && <Alert tone="warning">{full}</Alert>}
      <ol>
        {own.map((g, i) => (
          <li key={g.id} id={`maal-${g.id}`} className="keep-together">
            <p>
              <strong>{g.title || p.noTitle}</strong> {g.inFocus && <Badge tone="accent">{p.inFocus}</Badge>}
            </p>
            <div className="button-row">
              <ActionButton
                action={here}
                fields={{ intent: 'focus', goalId: g.id, on: g.inFocus ? 'no' : 'yes' }}
                label={g.inFocus ? p.focusOff : p.focusOn}
                describe={g.title}
              />
              {i > 0 && button(g.id, 'up', g.title)}
              {i < own.length - 1 && button(g.id, 'down', g.title)}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
