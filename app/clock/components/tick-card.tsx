import { refusal } from '#app/platform/forms/refusal.ts'
import { typed, typedList } from '#app/platform/forms/form-values.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import type { DeadlinesPage } from '../read-year.server.ts'
import { clockTexts, nameOf } from '../words.ts'

type Tick = DeadlinesPage['ticks'][number]
export const tickIntent = (tick: Tick): string => `tick ${tick.line.id} ${tick.meetingId}`

/** "Mødet den 4. dec. kan tælle for barnets plan, hvis …": for the obligation's own worker. */
export const TickCard = ({ d, tick, data }: { d: DeadlinesPage; tick: Tick; data: unknown }) => {
  const locale = useLocale()
  const m = clockTexts(locale).due
  const intent = tickIntent(tick)
  const prefix = `tick-${tick.line.code}-${tick.line.personId ?? 0}-${tick.meetingId}`
  const { errors, values } = refusal(locale, data, intent)
  return (
    <Card title={m.tickTitle(formatShortDate(locale, tick.on, d.today), nameOf(tick.line))} level={3} accent>
      <Form errors={errors ?? {}} prefix={prefix}>
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="code" value={tick.line.code} />
        <input type="hidden" name="personId" value={tick.line.personId ?? ''} />
        <input type="hidden" name="meetingId" value={tick.meetingId} />
        <input type="hidden" name="servedOn" value={tick.on} />
        <CheckboxGroup
          name="conditions"
          legend={m.conditions}
          values={typedList(values, 'conditions')}
          choices={tick.line.conditions.map((c) => ({ value: c.code, label: c.label }))}
        />
        <TextField name="note" label={m.note} value={typed(values, 'note')} optional />
        <SubmitButton variant="secondary">{m.tickButton}</SubmitButton>
      </Form>
    </Card>
  )
}
