import { errorsIn, typed } from '#app/plan/components/typed.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { ActionButton, SubmitButton } from '#app/ui/button.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Quote } from '#app/ui/text.tsx'
import { answers, channels, type MinutesAnswer } from '../minutes.ts'
import { minutesTexts } from '../words.ts'

type Props = { given: readonly MinutesAnswer[]; today: string; action: string; hidden?: Readonly<Record<string, string | number>>; mayAct: boolean; me: number }

/** What each says to it, in their own words; one's own disagreement with the button that shows it. */
export const AnswerList = ({ given, today, action, hidden = {}, mayAct, me }: Props) => {
  const locale = useLocale()
  const m = minutesTexts(locale)
  if (given.length === 0) return <p>{m.noAnswers}</p>
  return (
    <ul className="nobullet-list">
      {given.map((a) => (
        <li key={a.id} id={`svar-${a.id}`} className="keep-together">
          <p>
            <strong>{a.name || m.somebody}</strong> <Badge tone={a.answer === 'confirmed' ? 'done' : 'plain'}>{m.answerSaid[a.answer]}</Badge>{' '}
            <span className="note">
              {m.ofVersion(a.versionNumber)}
              {a.onBehalf && `, ${m.onBehalf(m.channels[a.onBehalf.channel] ?? a.onBehalf.channel, formatShortDate(locale, a.onBehalf.on, today))}`}
            </span>
          </p>
          {a.words && <Quote small>{a.words}</Quote>}
          {a.answer === 'disagree' && (a.mine || !a.released) && <p className="note">{a.released ? m.released : m.hidden}</p>}
          {a.mine && mayAct && (
            <div className="button-row d-print-none">
              {a.answer === 'disagree' && !a.released && (
                <ActionButton action={action} fields={{ ...hidden, intent: 'release', answerId: a.id }} label={m.releaseButton} describe={m.releaseHint} />
              )}
              {(a.personId === me || a.staffId === me) && <ActionButton action={action} variant="quiet" fields={{ ...hidden, intent: 'undo-answer', answerId: a.id }} label={m.undoAnswer} />}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** One's own answer; with `people` staff write one at a member's word. */
export const AnswerForm = ({
  data,
  action,
  hidden = {},
  people,
  today,
  prefix,
}: {
  data: unknown
  action?: string
  hidden?: Readonly<Record<string, string | number>>
  people?: readonly { id: number; name: string }[]
  today: string
  prefix: string
}) => {
  const locale = useLocale()
  const m = minutesTexts(locale)
  const v = typed(data, null)
  return (
    <Form errors={errorsIn(data, locale)} summaryElsewhere prefix={prefix} {...(action ? { action } : {})}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="intent" value={people ? 'answer-for' : 'answer'} />
      {people && <Select name="personId" label={m.forWhom} value={v.text('personId')} placeholder options={people.map((p) => ({ value: p.id, label: p.name }))} />}
      <RadioGroup
        name="answer"
        legend={m.answerTitle}
        hideLegend={!people}
        value={v.text('answer', 'confirmed')}
        choices={answers.map((a) => ({ value: a, label: m.answer[a], ...(a === 'confirmed' ? {} : { hint: people && a === 'disagree' ? undefined : m.answerHint[a] }) }))}
      />
      <TextArea name="words" label={m.answerWords} value={v.text('words')} rows={3} limit={4000} optional />
      <Checkbox name="release" label={people ? m.releaseFor : m.release} checked={v.checked('release')} />
      {people && (
        <>
          <RadioGroup name="channel" legend={m.channel} inline value={v.text('channel', 'phone')} choices={channels.map((c) => ({ value: c, label: m.channels[c] ?? c }))} />
          <DateFields name="saidOn" legend={m.saidOn} value={v.date('saidOn', today)} />
        </>
      )}
      <SubmitButton variant={people ? 'secondary' : 'primary'}>{m.giveAnswer}</SubmitButton>
    </Form>
  )
}
