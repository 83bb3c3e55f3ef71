import type { ReactNode } from 'react'
import { useLocale } from '#app/ui/context.tsx'
import { Quote, Tag } from '#app/ui/text.tsx'
import { goalTree, type GoalNode } from '../goal-order.ts'
import { type Goal, markedSector, type PlanContent } from '../plan.ts'
import { namesOf, planTexts, sectorName, statedText } from '../plan-words.ts'

type Props = {
  plan: PlanContent
  goalOrder: readonly number[]
  people: readonly { id: number; name: string; family?: boolean }[]
  today: string
  actions?: (goal: Goal) => ReactNode
}

/** Under each hope its goals, in steps; then goals without a hope, and last the sectors' own, marked (PLAN-09, PLAN-11). */
export const Goals = ({ plan, goalOrder, people, today, actions }: Props) => {
  const m = planTexts(useLocale())
  const tree = goalTree(plan.goals, goalOrder)
  const under = plan.hopes.map((h) => ({ hope: h, goals: tree.filter((g) => g.hopeId === h.id) })).filter((group) => group.goals.length)
  const rest = tree.filter((g) => !plan.hopes.some((h) => h.id === g.hopeId))
  const own = rest.filter((g) => g.kind === 'own')
  const sectors = [...new Set(rest.filter((g) => g.kind === 'sector').map(markedSector))]
  const list = (goals: readonly GoalNode[]) => <GoalList goals={goals} people={people} today={today} actions={actions} />
  return (
    <>
      {under.map(({ hope, goals }) => (
        <section key={hope.id} aria-label={m.underHope(hope.words)}>
          <Quote small>{hope.words}</Quote>
          {list(goals)}
        </section>
      ))}
      {own.length > 0 && list(own)}
      {sectors.map((sector) => (
        <section key={sector} aria-label={m.sectorsGoal(sectorName(m, sector))}>
          <h3>{m.sectorsGoal(sectorName(m, sector))}</h3>
          {list(rest.filter((g) => g.kind === 'sector' && markedSector(g) === sector))}
        </section>
      ))}
    </>
  )
}

const GoalList = ({ goals, people, today, actions }: { goals: readonly GoalNode[] } & Omit<Props, 'plan' | 'goalOrder'>) => {
  const locale = useLocale()
  const m = planTexts(locale)
  return (
    <ul>
      {goals.map((g) => (
        <li key={g.id} id={`maal-${g.id}`} className="keep-together">
          <p>
            <strong>{g.title || m.noTitle}</strong>
            {g.kind === 'sector' && (
              <>
                {' '}
                <Tag>{sectorName(m, markedSector(g))}</Tag>
              </>
            )}{' '}
            <span className="note">{[namesOf(locale, people, g.subjects), statedText(locale, today, g)].filter(Boolean).join(' · ')}</span>
          </p>
          {g.measure && (
            <p>
              {m.measureShort}: {g.measure}
            </p>
          )}
          {actions?.(g)}
          {g.children.length > 0 && <GoalList goals={g.children} people={people} today={today} actions={actions} />}
        </li>
      ))}
    </ul>
  )
}
