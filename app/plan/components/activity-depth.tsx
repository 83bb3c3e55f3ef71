import { Checkbox } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Fieldset } from '#app/ui/form.tsx'
import { Details } from '#app/ui/text.tsx'
import { fitTexts } from '../fit-words.ts'
import type { Activity } from '../plan.ts'
import { hoursText, planTexts } from '../plan-words.ts'
import type { Typed } from './typed.ts'

type Part = { v: Typed; a?: Activity }

/** Breaks, the way there, what must be over first, and whether a manager must say yes. Folded until one of them is used. */
export const ActivityDepth = ({ v, a, others }: Part & { others: readonly Activity[]; today: string }) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const f = fitTexts(locale)
  const used = a !== undefined && (a.travelMinutes !== null || a.afterId !== null || a.breaks.length > 0)
  const typedSome = ['breakFrom1.day', 'travelMinutes', 'afterId'].some((name) => v.text(name) !== '')
  return (
    <>
      <Details summary={f.partDetails} open={used || typedSome}>
        <Fieldset legend={f.breaksPart}>
          {[1, 2, 3].map((n) => {
            const one = a?.breaks[n - 1]
            return (
              <div key={n}>
                <DateFields name={`breakFrom${n}`} legend={f.breakFrom(n)} value={v.date(`breakFrom${n}`, one?.from)} optional />
                <DateFields name={`breakUntil${n}`} legend={f.breakUntil(n)} value={v.date(`breakUntil${n}`, one?.until)} optional />
                <TextField
                  name={`breakWhy${n}`}
                  label={f.breakWhy(n)}
                  hint={n === 1 ? f.breakWhyHint : undefined}
                  value={v.text(`breakWhy${n}`, one?.why)}
                  optional
                />
              </div>
            )
          })}
        </Fieldset>
        <TextField
          name="travelMinutes"
          label={f.travelMinutes}
          hint={f.travelHint}
          inputMode="numeric"
          suffix={f.minutes}
          width="s"
          value={v.text('travelMinutes', a?.travelMinutes ?? null)}
          optional
        />
        <Select
          name="afterId"
          label={f.after}
          value={v.text('afterId', a?.afterId ?? null)}
          placeholder={f.afterNone}
          options={others.filter((o) => o.id !== a?.id).map((o) => ({ value: o.id, label: o.what || m.noTitle }))}
          optional
        />
      </Details>
      <Checkbox
        name="needsApproval"
        label={f.needsApproval}
        hint={f.needsApprovalHint}
        checked={v.checked('needsApproval', a?.needsApproval)}
      />
    </>
  )
}

/** Hours of those who take part with other hours than the activity's. */
export const OwnHours = ({ v, a, people }: Part & { people: readonly { id: number; name: string }[] }) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const f = fitTexts(locale)
  const stored = (id: number) => (a?.ownMinutes[id] === undefined ? '' : hoursText(locale, a.ownMinutes[id]))
  const open = (a !== undefined && Object.keys(a.ownMinutes).length > 0) || people.some((p) => v.text(`ownHours-${p.id}`) !== '')
  return (
    <Details summary={f.ownHoursPart} open={open}>
      <p className="form-hint">{f.ownHoursHint}</p>
      {people.map((p) => (
        <TextField
          key={p.id}
          name={`ownHours-${p.id}`}
          label={f.ownHours(p.name)}
          inputMode="decimal"
          suffix={m.hoursUnit}
          width="s"
          value={v.text(`ownHours-${p.id}`, stored(p.id))}
          optional
        />
      ))}
    </Details>
  )
}
