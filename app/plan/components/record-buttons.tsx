import { ActionButton, LinkButton } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { mayChange, mayChangeHope, mayTakeOver } from '../may.ts'
import type { Activity, Goal, Hope } from '../plan.ts'
import { planAddress } from '../plan-addresses.ts'
import { planTexts } from '../plan-words.ts'
import { DropForm } from './drop-form.tsx'

/** The plan as far as its buttons ask: whose it is and what the reader may do. */
type Reader = { caseId: number; me: number | null; may: { write: boolean; sectors: readonly string[]; order: boolean } }

const About = ({ href, label, title }: { href: string; label: string; title: string }) => (
  <LinkButton variant="quiet" href={href}>
    {label}
    <span className="sr-only"> {title}</span>
  </LinkButton>
)

export const HopeButtons = ({ hope, reader }: { hope: Hope; reader: Reader }) => {
  const m = planTexts(useLocale())
  const base = planAddress(reader.caseId)
  if (!mayChangeHope(hope, reader)) return null
  return (
    <div className="button-row d-print-none">
      <About href={`${base}?ret=haab-${hope.id}#haab-${hope.id}`} label={m.edit} title={hope.words} />
      <DropForm intent="drop-hope" id={hope.id} revision={hope.revision} action={base} />
    </div>
  )
}

export const GoalButtons = ({ goal, reader }: { goal: Goal; reader: Reader }) => {
  const m = planTexts(useLocale())
  const base = planAddress(reader.caseId)
  const own = mayChange(goal, reader)
  const move = (direction: 'up' | 'down', label: string) => (
    <ActionButton
      action={base}
      variant="quiet"
      fields={{ intent: 'order', goalId: goal.id, direction }}
      label={label}
      describe={goal.title}
    />
  )
  if (!own && !reader.may.order && !mayTakeOver(goal, reader) && goal.sectorPlanId === null) return null
  return (
    <div className="button-row d-print-none">
      {own && <About href={`${base}/maal/${goal.id}`} label={m.edit} title={goal.title} />}
      {own && goal.level < 3 && <About href={`${base}/maal/nyt?under=${goal.id}`} label={m.addSubGoal} title={goal.title} />}
      {own && <About href={`${base}/aktivitet/ny?maal=${goal.id}`} label={m.addActivity} title={goal.title} />}
      {reader.may.order && (
        <ActionButton
          action={base}
          variant="quiet"
          fields={{ intent: 'focus', goalId: goal.id, on: goal.inFocus ? 'no' : 'yes' }}
          label={goal.inFocus ? m.focusOff : m.focusOn}
          describe={goal.title}
        />
      )}
      {reader.may.order && move('up', m.moveUp)}
      {reader.may.order && move('down', m.moveDown)}
      {goal.sectorPlanId !== null && reader.me === null && (
        <About href={`${base}/sektorplaner/${goal.sectorPlanId}`} label={m.fromSectorPlan} title={goal.title} />
      )}
      {mayTakeOver(goal, reader) && <TakeOver what="goal" id={goal.id} title={goal.title} base={base} />}
    </div>
  )
}

export const ActivityButtons = ({ activity, reader }: { activity: Activity; reader: Reader }) => {
  const m = planTexts(useLocale())
  const base = planAddress(reader.caseId)
  const own = mayChange(activity, reader)
  if (!own && !mayTakeOver(activity, reader)) return null
  return (
    <div className="button-row d-print-none">
      {own && <About href={`${base}/aktivitet/${activity.id}`} label={m.edit} title={activity.what} />}
      {mayTakeOver(activity, reader) && <TakeOver what="activity" id={activity.id} title={activity.what} base={base} />}
    </div>
  )
}

const TakeOver = ({ what, id, title, base }: { what: string; id: number; title: string; base: string }) => {
  const m = planTexts(useLocale())
  return <ActionButton action={base} fields={{ intent: 'take-over', what, id }} label={m.takeOver} describe={title} />
}
