import { type ReactNode, useContext } from 'react'
import { useLocale } from '#app/ui/context.tsx'
import { Badge, Quote, Tag } from '#app/ui/text.tsx'
import { goalFacts, numbersText } from '../goal-words.ts'
import { flatten, goalTree, type GoalNode } from '../goal-order.ts'
import { type Goal, markedSector, type PlanContent } from '../plan.ts'
import { GoalNotes } from './goal-notes.ts'
import { namesOf, planTexts, sectorName, statedText } from '../plan-words.ts'

type Props = {
  plan: PlanContent
  goalOrder: readonly number[]
  people: readonly { id: number; name: string; family?: boolean }[]
  today: string
  /** To name an owner who is a helper. */
  team?: readonly { staffId: number; name: string }[]
  actions?: (goal: Goal) => ReactNode
}

/** Under each hope its goals, in steps; then goals without a hope, and last the sectors' own, marked (PLAN-09, PLAN-11). */
export const Goals = ({ plan, goalOrder, people, today, team, actions }: Props) => {
  const m = planTexts(useLocale())
  const tree = goalTree(plan.goals, goalOrder)
  const under = plan.hopes.map((h) => ({ hope: h, goals: tree.filter((g) => g.kind === 'own' && g.hopeId === h.id) })).filter((group) => group.goals.length)
  const rest = tree.filter((g) => g.kind === 'sector' || !plan.hopes.some((h) => h.id === g.hopeId))
  const own = rest.filter((g) => g.kind === 'own')
  const sectors = [...new Set(rest.filter((g) => g.kind === 'sector').map(markedSector))]
  const list = (goals: readonly GoalNode[]) => <GoalList goals={goals} people={people} today={today} team={team} actions={actions} />
  const focus = flatten(tree).filter((g) => g.inFocus)
  return (
    <>
      {focus.length > 0 && (
        <section aria-labelledby="i-fokus" className="keep-together">
          <h3 id="i-fokus">{m.inFocus}</h3>
          <p className="form-hint">{m.inFocusLead}</p>
          <ul>
            {focus.map((g) => (
              <li key={g.id}>
                <a href={`#maal-${g.id}`}>{g.title || m.noTitle}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {under.map(({ hope, goals }) => (
        <section key={hope.id} aria-label={m.underHope(hope.words)}>
          <Quote small>{hope.words}</Quote>
          {list(goals)}
        </section>
      ))}
      {own.length > 0 && list(own)}
      {sectors.map((sector) => (
        <section key={sector} aria-label={m.sectorsGoals[sector] ?? m.sectorsGoal(sectorName(m, sector))}>
          <h3>{m.sectorsGoals[sector] ?? m.sectorsGoal(sectorName(m, sector))}</h3>
          {list(rest.filter((g) => g.kind === 'sector' && markedSector(g) === sector))}
        </section>
      ))}
    </>
  )
}

const GoalList = ({ goals, people, today, team, actions }: { goals: readonly GoalNode[] } & Omit<Props, 'plan' | 'goalOrder'>) => {
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
            {g.inFocus && <Badge tone="accent">{m.inFocus}</Badge>}{' '}
            <span className="note">{[namesOf(locale, people, g.subjects), statedText(locale, today, g)].filter(Boolean).join(' · ')}</span>
          </p>
          {(g.measure || g.targetValue !== null || g.startValue !== null) && (
            <p>
              {m.measureShort}: {[g.measure, numbersText(locale, g)].filter(Boolean).join(' · ')}
            </p>
          )}
          <GoalNote goal={g} />
          {goalFacts(locale, today, people, team, g) && <p className="note">{goalFacts(locale, today, people, team, g)}</p>}
          {actions?.(g)}
          {g.children.length > 0 && <GoalList goals={g.children} people={people} today={today} team={team} actions={actions} />}
        </li>
      ))}
    </ul>
  )
}

/** How far the goal has come by the measure it is followed by; for who may choose one, the way there. */
const GoalNote = ({ goal }: { goal: Goal }) => {
  const m = planTexts(useLocale())
  const notes = useContext(GoalNotes)
  const text = notes.text[goal.id]
  const href = notes.choose?.(goal.id)
  if (!text && !href) return null
  return (
    <p className={text ? undefined : 'd-print-none'}>
      {text && `${m.followedBy}: ${text}. `}
      {href && (
        <a className="d-print-none" href={href}>
          {text ? m.otherMeasure : m.chooseMeasure}
          <span className="sr-only">: {goal.title || m.noTitle}</span>
        </a>
      )}
    </p>
  )
}
