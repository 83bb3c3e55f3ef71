import { useLocale } from '#app/ui/context.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Details } from '#app/ui/text.tsx'
import { aims, ownerValue } from '../goal-fields.ts'
import type { Goal } from '../plan.ts'
import { planTexts } from '../plan-words.ts'
import type { Typed } from './typed.ts'

type Part = {
  v: Typed
  goal?: Goal
  /** What a new goal begins with, so that it need not be typed. */
  begin: { owner: string; today: string; lookOn: string | null }
}

/** What kind of goal it is, and how one sees that it goes the right way. */
export const AimAndMeasure = ({ v, goal, errors }: Omit<Part, 'begin'> & { errors: Record<string, string> }) => {
  const m = planTexts(useLocale())
  const number = (n: number | null | undefined) => (n === null || n === undefined ? '' : String(n).replace('.', ','))
  return (
    <>
      <RadioGroup
        name="aim"
        legend={m.aimLegend}
        value={v.text('aim', goal ? (goal.aim ?? '') : 'develop')}
        choices={aims.map((value) => ({ value, label: m.aim[value] ?? value, hint: m.aimHint[value] }))}
      />
      <TextField name="measure" label={m.measure} value={v.text('measure', goal?.measure)} optional width="full" />
      <Details summary={m.numbers} open={goal?.targetValue != null || 'startValue' in errors || 'targetValue' in errors}>
        <p className="form-hint">{m.numbersHint}</p>
        <TextField name="startValue" label={m.startValue} value={v.text('startValue', number(goal?.startValue))} width="s" inputMode="decimal" optional />
        <TextField
          name="targetValue"
          label={m.targetValue}
          value={v.text('targetValue', number(goal?.targetValue))}
          width="s"
          inputMode="decimal"
          optional
        />
        <TextField name="unit" label={m.unit} hint={m.unitHint} value={v.text('unit', goal?.unit)} optional />
      </Details>
    </>
  )
}

type Named = { id: number; name: string }
/** Whose it is and when. */
export const OwnerAndDates = ({
  v,
  goal,
  begin,
  people,
  team,
}: Part & { people: readonly Named[]; team: readonly { staffId: number; name: string; title: string }[] }) => {
  const m = planTexts(useLocale())
  const before = goal ? ownerValue(goal) : begin.owner
  const known = [
    ...people.map((p) => ({ value: `person-${p.id}`, label: p.name })),
    ...team.map((h) => ({ value: `staff-${h.staffId}`, label: h.title ? `${h.name}, ${h.title.toLowerCase()}` : h.name })),
  ].filter((one, i, all) => all.findIndex((other) => other.value === one.value) === i)
  // An owner who has left the team stays until somebody else takes over.
  const options = before === '' || known.some((one) => one.value === before) ? known : [...known, { value: before, label: '–' }]
  return (
    <>
      <Select name="owner" label={m.owner} hint={m.ownerHint} value={v.text('owner', before)} optional placeholder={m.chooseLater} options={options} />
      <DateFields name="goalStart" legend={m.goalStart} value={v.date('goalStart', goal ? goal.start : begin.today)} optional />
      <DateFields name="goalEnd" legend={m.goalEnd} value={v.date('goalEnd', goal?.end ?? null)} optional />
      <DateFields name="lookOn" legend={m.lookOn} value={v.date('lookOn', goal ? goal.lookOn : begin.lookOn)} optional />
    </>
  )
}
