import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { errorsOf, typed, typedDateParts } from '#app/intake/components/refused.tsx'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Details, Note } from '#app/ui/text.tsx'
import { mayFollow, type Step } from '../districts.ts'
import { da, en } from '../messages.ts'
import type { RoundLine, RoundPage } from '../read-districts.server.ts'

/** `next`: to be asked now; `primary`: holds the one next step of the page. */
type Props = { line: RoundLine; page: RoundPage; refused: Refused | undefined; next: boolean; primary: boolean }

/** One of the department's cases: the result, what happened, and what may happen next. */
export const LineCard = ({ line, page, refused: any, next, primary }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = any?.values.lineId === String(line.id) ? any : undefined
  const possible = (['shortlisted', 'asked', 'yes', 'no', 'left-out'] as const).filter((step) => mayFollow(line.step, step))
  return (
    <Card
      id={`sag-${line.id}`}
      title={line.ownNumber}
      accent={next}
      aside={<Badge tone={line.step === 'yes' || line.step === 'referred' ? 'done' : 'plain'}>{line.step ? m.steps[line.step] : m.listedOnly}</Badge>}
    >
      <p>
        <strong>{m.results[line.result]}</strong>
        {line.soft.length > 0 && ` · ${line.soft.join(' · ')}`}
      </p>
      {line.note && <p>{line.note}</p>}
      {line.history.length > 0 && (
        <Note>
          {line.history.map((one) => `${m.steps[one.kind]} ${formatDate(locale, one.on)}${one.reason ? ` (${one.reason})` : ''}`).join(' · ')}
        </Note>
      )}
      {line.step === 'yes' && line.yes && (
        <>
          <p>{m.referHint}</p>
          <LinkButton href={`/familier/ny?linje=${line.id}&ja=${line.yes.on}&form=${line.yes.yesForm ?? 'spoken'}`} variant={primary ? 'primary' : 'secondary'}>
            {m.refer}
            <span className="sr-only"> {line.ownNumber}</span>
          </LinkButton>
        </>
      )}
      <Answers line={line} page={page} refused={refused} />
      {possible.length > 0 && <Steps line={line} page={page} refused={refused} possible={possible} next={next} primary={primary} />}
    </Card>
  )
}

const Answers = ({ line, page, refused }: Omit<Props, 'next' | 'primary'>) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const was = (name: string, known: string) => typed(refused, name, known, 'screen')
  if (line.step === 'referred') return null
  return (
    <Details summary={`${m.screen}, ${line.ownNumber}`} open={refused?.values.do === 'screen'}>
      <Form errors={errorsOf(refused, locale, {}, 'screen')} prefix={`l${line.id}`}>
        <input type="hidden" name="lineId" value={line.id} />
        <input type="hidden" name="revision" value={line.revision} />
        {page.criteria.map((criterion) => (
          <RadioGroup
            key={criterion.code}
            inline
            name={`answer.${criterion.code}`}
            legend={criterion.question}
            value={was(`answer.${criterion.code}`, line.answers[criterion.code] ?? '')}
            choices={[
              { value: 'yes', label: m.yes },
              { value: 'no', label: m.no },
            ]}
          />
        ))}
        <CheckboxGroup
          name="softGrounds"
          legend={m.softGrounds}
          values={line.softGrounds}
          choices={page.softGrounds.map((one) => ({ value: one.code, label: one.label }))}
        />
        <TextArea name="note" label={m.lineNote} optional rows={2} limit={600} value={was('note', line.note)} />
        <SubmitButton variant="secondary" name="do" value="screen">
          {m.saveLine}
        </SubmitButton>
      </Form>
    </Details>
  )
}

const Steps = ({ line, page, refused, possible, next, primary }: Props & { possible: readonly Exclude<Step, 'referred'>[] }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const was = (name: string, known = '') => typed(refused, name, known, 'step')
  return (
    <Details summary={`${m.takeStep}, ${line.ownNumber}`} open={(primary && next) || refused?.values.do === 'step'}>
      <Form errors={errorsOf(refused, locale, {}, 'step')} prefix={`s${line.id}`}>
        <input type="hidden" name="lineId" value={line.id} />
        <RadioGroup
          name="step"
          legend={m.takeStep}
          value={was('step', next || possible.length === 1 ? possible[0] : '')}
          choices={possible.map((value) => ({
            value,
            label: m.does[value],
            reveals:
              value === 'left-out' ? (
                <Select
                  name="leftOut"
                  label={m.leftOutReason}
                  placeholder
                  options={page.reasons.map((one) => ({ value: one.code, label: one.label }))}
                  value={was('leftOut')}
                />
              ) : value === 'no' ? (
                <TextField name="said" label={m.noReason} optional value={was('said')} />
              ) : value === 'yes' ? (
                <RadioGroup
                  inline
                  name="yesForm"
                  legend={m.yesForm}
                  value={was('yesForm')}
                  choices={(['spoken', 'signed'] as const).map((form) => ({ value: form, label: m.yesForms[form] }))}
                />
              ) : undefined,
          }))}
        />
        <DateFields name="on" legend={m.stepOn} value={typedDateParts(refused, 'on', page.today, 'step')} />
        <SubmitButton variant={primary && next ? 'primary' : 'secondary'} name="do" value="step">
          {m.save}
        </SubmitButton>
      </Form>
    </Details>
  )
}
