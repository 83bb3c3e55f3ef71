import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { ButtonGroup, ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { ReadableBy, TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Quote } from '#app/ui/text.tsx'
import { decisions } from '../intake.ts'
import { da, en } from '../messages.ts'
import type { IntakePage } from '../read-intake.server.ts'
import { errorsOf, typed, typedDateParts } from './refused.tsx'

type Props = { page: IntakePage; refused: Refused | undefined }

/** The reasons against, as the rules say them: where a team begins to write. */
const proposed = (page: IntakePage, locale: 'da' | 'en'): string => page.result.against.map((rule) => rule.reason[locale]).join('\n')

/** The team's decision, asked once more before it is taken. */
export const DecisionForm = ({ page, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const was = (name: string, known = '') => typed(refused, name, known, 'decide')
  const mine = refused?.values.do === 'decide' ? refused.values.present : undefined
  const present = mine === undefined ? [page.me] : Array.isArray(mine) ? mine : [mine]
  return (
    <Form errors={errorsOf(refused, locale, m.missingField, 'decide')} prefix="b" guard>
      <RadioGroup
        name="decision"
        legend={m.decisionQuestion}
        value={was('decision')}
        choices={decisions.map((value) => ({ value, label: m.decisions[value], hint: m.decisionHints[value] }))}
      />
      <DateFields name="decidedOn" legend={m.decidedOn} value={typedDateParts(refused, 'decidedOn', page.today, 'decide')} />
      <CheckboxGroup
        name="present"
        legend={m.present}
        values={present}
        choices={page.team.map((one) => ({ value: one.id, label: one.title ? `${one.name}, ${one.title}` : one.name }))}
      />
      <TextArea
        name="reasons"
        label={m.reasons}
        hint={m.reasonsHint}
        value={was('reasons', proposed(page, locale))}
        below={page.readers.decision.length > 0 && <ReadableBy names={page.readers.decision} />}
      />
      <TextArea name="deviationReason" label={m.deviationReason} optional rows={2} value={was('deviationReason')} />
      <TextArea name="noHearingReason" label={m.noHearingReason} hint={m.noHearingHint} optional rows={2} value={was('noHearingReason')} />
      <ButtonGroup>
        <ConfirmButton
          label={m.decideButton}
          variant="primary"
          question={m.confirmDecision}
          confirm={m.confirmDecisionYes}
          name="do"
          value="decide"
        />
      </ButtonGroup>
    </Form>
  )
}

/** Before a no: the letter to the family, its answer, and how long there is. */
export const HearingPart = ({ page, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  if (page.hearings.length === 0) {
    return (
      <>
        <p>{m.hearingIntro}</p>
        <Form errors={errorsOf(refused, locale, m.missingField, 'hearing')} prefix="h">
          <TextArea
            name="reasons"
            label={m.hearingReasons}
            hint={m.hearingReasonsHint}
            value={typed(refused, 'reasons', proposed(page, locale), 'hearing')}
          />
          <ButtonGroup>
            <ConfirmButton
              label={m.sendHearing}
              question={m.sendHearingQuestion}
              confirm={m.sendHearingConfirm}
              name="do"
              value="hearing"
            />
          </ButtonGroup>
        </Form>
      </>
    )
  }
  return (
    <>
      {page.hearings.map((hearing) => (
        <OneHearing key={hearing.id} hearing={hearing} page={page} refused={refused} />
      ))}
    </>
  )
}

/** One adult's hearing: when it was sent, until when there is time, and the answer. */
const OneHearing = ({ hearing, page, refused: any }: Props & { hearing: IntakePage['hearings'][number] }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = any?.values.hearingId === String(hearing.id) ? any : undefined
  return (
    <>
      <p>{m.hearingSent(hearing.who, formatDate(locale, hearing.sentOn), formatDate(locale, hearing.answerBy))}</p>
      {hearing.answeredOn ? (
        <Quote by={m.hearingAnswered(hearing.who, formatDate(locale, hearing.answeredOn))}>{hearing.answer}</Quote>
      ) : (
        page.may.decide && (
          <Form errors={errorsOf(refused, locale, m.missingField, 'answer-hearing')} prefix={`s${hearing.id}`}>
            <input type="hidden" name="hearingId" value={hearing.id} />
            <DateFields
              name="answeredOn"
              legend={m.hearingAnsweredOn(hearing.who)}
              value={typedDateParts(refused, 'answeredOn', page.today, 'answer-hearing')}
            />
            <TextArea name="answer" label={m.hearingAnswer(hearing.who)} value={typed(refused, 'answer', '', 'answer-hearing')} />
            <SubmitButton variant="secondary" name="do" value="answer-hearing">
              {m.saveHearingAnswer}
            </SubmitButton>
          </Form>
        )
      )}
    </>
  )
}
