import { refusal } from '#app/platform/forms/refusal.ts'
import { typed, typedDate, typedList } from '#app/platform/forms/form-values.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { ActionButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Details } from '#app/ui/text.tsx'
import type { DeadlinesPage, EntryLine } from '../read-year.server.ts'
import { clockTexts, nameOf } from '../words.ts'

type Props = { d: DeadlinesPage; line: EntryLine; data: unknown }
const prefixOf = (what: string, line: EntryLine) => `${what}-${line.code}-${line.personId ?? 0}`
const Which = ({ line, intent, what }: { line: EntryLine; intent: string; what?: string }) => (
  <>
    <input type="hidden" name="intent" value={intent} />
    <input type="hidden" name="code" value={line.code} />
    <input type="hidden" name="personId" value={line.personId ?? ''} />
    {what && <input type="hidden" name="what" value={what} />}
  </>
)

/** What the obligation's own authority says: that it was followed up, the day it counts from, the rhythm, the choice, that it is not relevant. */
export const OwnCard = (props: Props) => {
  const { d, line } = props
  const locale = useLocale()
  const m = clockTexts(locale).due
  const action = `/familier/${d.caseId}/moeder/aaret/opfoelgning`
  const asks = line.anchorCode !== 'birthday' && clockTexts(locale).anchorAsk[line.anchorCode] !== undefined && line.sector !== 'coordination'
  return (
    <Card title={nameOf(line)} level={3}>
      {line.state === 'not-relevant' && line.notRelevantId !== null ? (
        <ActionButton action={action} fields={{ intent: 'take-back-fact', id: line.notRelevantId }} label={m.relevantAgain} describe={nameOf(line)} />
      ) : (
        <>
          {line.state !== 'unknown' && <Served {...props} />}
          {asks && <AnchorForm {...props} />}
          {line.decidedLocally && line.state !== 'unknown' && <RhythmForm {...props} />}
          {line.onlyIfChosen && <JoinChoice {...props} action={action} />}
          {line.sector !== 'coordination' && <NotRelevant {...props} />}
          {line.history
            .filter((h) => h.servedId !== null)
            .map((h) => (
              <ActionButton
                key={h.servedId}
                action={action}
                variant="quiet"
                fields={{ intent: 'take-back-served', id: h.servedId ?? 0 }}
                label={m.takeBackServed(formatShortDate(locale, h.on, d.today))}
                describe={nameOf(line)}
              />
            ))}
        </>
      )}
    </Card>
  )
}
const Served = ({ d, line, data }: Props) => {
  const locale = useLocale()
  const m = clockTexts(locale).due
  const intent = `served ${line.id}`
  const { errors, values } = refusal(locale, data, intent)
  return (
    <Details summary={m.served} open={values !== null}>
      <p>{m.servedLead}</p>
      <Form errors={errors ?? {}} prefix={prefixOf('served', line)}>
        <Which line={line} intent={intent} />
        <DateFields name="servedOn" legend={m.servedOn} value={typedDate(values, 'servedOn', d.today)} />
        {line.conditions.length > 0 && (
          <CheckboxGroup
            name="conditions"
            legend={m.conditions}
            optional
            values={typedList(values, 'conditions')}
            choices={line.conditions.map((c) => ({ value: c.code, label: c.label }))}
          />
        )}
        <TextField name="note" label={m.note} value={typed(values, 'note')} optional />
        <SubmitButton variant="secondary">{m.saveServed}</SubmitButton>
      </Form>
    </Details>
  )
}
const AnchorForm = ({ line, data }: Props) => {
  const locale = useLocale()
  const t = clockTexts(locale)
  const intent = `anchor ${line.id}`
  const { errors, values } = refusal(locale, data, intent)
  return (
    <Details summary={line.state === 'unknown' ? (t.anchorAsk[line.anchorCode] ?? t.due.anchorLegend) : t.due.anchorLegend} open={values !== null}>
      <Form errors={errors ?? {}} prefix={prefixOf('anchor', line)}>
        <Which line={line} intent={intent} what="anchor" />
        <DateFields name="onDay" legend={t.anchorAsk[line.anchorCode] ?? t.due.counts} value={typedDate(values, 'onDay', line.anchor?.on ?? null)} />
        <SubmitButton variant="secondary">{t.due.saveAnchor}</SubmitButton>
      </Form>
    </Details>
  )
}
const RhythmForm = ({ line, data }: Props) => {
  const locale = useLocale()
  const m = clockTexts(locale).due
  const intent = `rhythm ${line.id}`
  const { errors, values } = refusal(locale, data, intent)
  const every = line.rhythm ? line.every : null
  return (
    <Details summary={m.rhythm} open={values !== null || line.state === 'no-rhythm'}>
      <p>{m.rhythmLead}</p>
      <Form errors={errors ?? {}} prefix={prefixOf('rhythm', line)}>
        <Which line={line} intent={intent} what="rhythm" />
        <TextField name="everyMonths" label={m.everyMonths} inputMode="numeric" width="s" value={typed(values, 'everyMonths', every && 'months' in every ? String(every.months) : '')} optional />
        <TextField name="everyWeeks" label={m.everyWeeks} inputMode="numeric" width="s" value={typed(values, 'everyWeeks', every && 'weeks' in every ? String(every.weeks) : '')} optional />
        <TextField name="reason" label={m.reason} value={typed(values, 'reason', line.rhythm?.reason ?? '')} />
        <SubmitButton variant="secondary">{m.saveRhythm}</SubmitButton>
      </Form>
    </Details>
  )
}
const JoinChoice = ({ line, action }: Props & { action: string }) => {
  const m = clockTexts(useLocale()).due
  const fields: Record<string, string | number> =
    line.chosenId === null ? { intent: 'joined', what: 'joined', code: line.code, personId: line.personId ?? '' } : { intent: 'take-back-fact', id: line.chosenId }
  return (
    <>
      <p>{m.joinLead}</p>
      <ActionButton action={action} fields={fields} label={line.chosenId === null ? m.joinButton : m.unjoinButton} describe={nameOf(line)} />
    </>
  )
}
const NotRelevant = ({ line, data }: Props) => {
  const locale = useLocale()
  const m = clockTexts(locale).due
  const intent = `not-relevant ${line.id}`
  const { errors, values } = refusal(locale, data, intent)
  return (
    <Details summary={m.notRelevant} open={values !== null}>
      <Form errors={errors ?? {}} prefix={prefixOf('not', line)}>
        <Which line={line} intent={intent} what="not-relevant" />
        <TextField name="reason" label={m.reason} value={typed(values, 'reason')} />
        <SubmitButton variant="secondary">{m.notRelevantButton}</SubmitButton>
      </Form>
    </Details>
  )
}
