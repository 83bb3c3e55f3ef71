import { typedDate, typedList } from '#app/platform/forms/form-values.ts'
import type { Refusal } from '#app/platform/forms/refusal.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { Form } from '#app/ui/form.tsx'
import { Details } from '#app/ui/text.tsx'
import type { MyConsent } from '../consent-page.ts'
import { consentTexts } from '../consent-words.ts'

/** One question for one person: what, why, what a no means; then yes or no, or less, or stop. Forms post to the page itself. */
export function MyConsentView({
  consent: c,
  narrow,
}: {
  consent: MyConsent
  /** What was refused of the form "see less". */ narrow: Refusal
}) {
  const locale = useLocale()
  const texts = consentTexts(locale)
  const m = texts.mine
  const states: Readonly<Record<string, string>> = texts.signer
  const answered = c.mine.on
    ? c.mine.state === 'signed'
      ? m.saidYes(formatDate(locale, c.mine.on))
      : m.saidNo(formatDate(locale, c.mine.on))
    : null
  return (
    <>
      <PageHead title={c.label} lead={c.aboutMe ? m.aboutYou : m.about(c.aboutName)} />
      {c.state === 'over' && <Alert live={false}>{m.notNow}</Alert>}
      {c.state === 'not-mine' && <p>{m.notYours}</p>}
      <Card title={m.what}>
        <p>
          <strong>{c.who}</strong>
        </p>
        <p>{c.what}</p>
      </Card>
      {c.why && (
        <Card title={m.why}>
          <p>{c.why}</p>
        </Card>
      )}
      {c.ifNo && (
        <Card title={m.ifNo}>
          <p>{c.ifNo}</p>
        </Card>
      )}
      {c.until && c.state !== 'over' && <p>{m.until(formatDate(locale, c.until))}</p>}
      {c.gdprConsent && <p>{m.gdpr}</p>}
      {answered && (
        <Card title={m.said}>
          <p>{answered}</p>
          {c.state === 'waiting' && <p>{m.waits}</p>}
        </Card>
      )}
      {c.others.length > 0 && c.state !== 'over' && (
        <Card title={m.others}>
          <ul>
            {c.others.map((o, i) => (
              <li key={i}>
                {o.name ?? m.otherParent} {states[o.state]}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {(c.state === 'to-answer' || c.state === 'refused') && (
        <Form prefix="answer">
          <div className="button-row">
            <SubmitButton name="intent" value="yes">
              {m.yes}
            </SubmitButton>
            {c.state === 'to-answer' && (
              <SubmitButton name="intent" value="no" variant="secondary">
                {m.no}
              </SubmitButton>
            )}
          </div>
        </Form>
      )}
      {(c.state === 'valid' || c.state === 'waiting') && (
        <>
          <NarrowForm consent={c} refused={narrow} />
          <Form prefix="stop">
            <input type="hidden" name="intent" value="stop" />
            <ConfirmButton
              label={m.stop}
              question={m.stopQuestion(c.who, c.categories.map((k) => k.label).join(', '))}
              confirm={m.stopConfirm}
            >
              <p>{m.stopAll(c.plainTo)}</p>
            </ConfirmButton>
          </Form>
        </>
      )}
      {c.coordinator && (
        <p>
          {m.paper} {c.coordinator.name}
          {c.coordinator.phone ? ` · ${c.coordinator.phone}` : ''}
        </p>
      )}
    </>
  )
}

function NarrowForm({ consent: c, refused: { errors, values } }: { consent: MyConsent; refused: Refusal }) {
  const m = consentTexts(useLocale()).mine
  return (
    <Details summary={m.narrow} open={values !== null}>
      <p>{m.narrowHint}</p>
      <Form errors={errors} prefix="narrow">
        <input type="hidden" name="intent" value="narrow" />
        <CheckboxGroup
          name="categories"
          legend={m.narrowKeep}
          values={typedList(
            values,
            'categories',
            c.categories.map((k) => k.code),
          )}
          choices={c.categories.map((k) => ({ value: k.code, label: k.label }))}
        />
        <DateFields name="until" legend={m.narrowUntil} value={typedDate(values, 'until', c.validUntil)} />
        <SubmitButton variant="secondary">{m.narrowSave}</SubmitButton>
      </Form>
    </Details>
  )
}
