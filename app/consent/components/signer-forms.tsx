import { LANGUAGES } from '#app/families/families.ts'
import { type Refusal } from '#app/platform/forms/refusal.ts'
import { typed, typedDate } from '#app/platform/forms/form-values.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Details } from '#app/ui/text.tsx'
import type { Someone } from '../consent-page.ts'
import { consentTexts } from '../consent-words.ts'
import { type LedgerConsent, type Signer, VIA } from '../consent.ts'

type Props = {
  consent: LedgerConsent
  signer: Signer
  name: string
  person: Someone | undefined
  today: string
  /** Whether the actor registers for others. */ may: boolean
  /** What was refused, of the form with this intent. */ refusalOf: (intent: string) => Refusal
}

/** One who must sign: where they stand, and everything staff can write down on their behalf. */
export function SignerCard({ consent, signer, name, person, today, may, refusalOf }: Props) {
  const locale = useLocale()
  const m = consentTexts(locale)
  const open = consent.standing !== 'withdrawn' && consent.standing !== 'ended'
  return (
    <Card title={name} level={3} aside={<Badge tone={signer.state === 'signed' ? 'done' : 'plain'}>{m.signer[signer.state]}</Badge>}>
      <SignerFacts signer={signer} />
      {!signer.required && <p>{m.notRequired}</p>}
      {may && open && (
        <>
          {signer.state !== 'signed' && <YesForm {...{ signer, name, person, today }} refused={refusalOf(`yes.${signer.personId}`)} />}
          <NoForm {...{ signer, name, today }} refused={refusalOf(`no.${signer.personId}`)} />
          {signer.state !== 'signed' && signer.state !== 'no-contact' && (
            <>
              <AskForm {...{ signer, today }} refused={refusalOf(`ask.${signer.personId}`)} />
              <AttemptForm {...{ signer, name, today }} refused={refusalOf(`attempt.${signer.personId}`)} />
            </>
          )}
          {signer.personId !== consent.subjectId && (
            <>
              <NoContactForm signer={signer} refused={refusalOf(`no-contact.${signer.personId}`)} />
              {signer.state !== 'no-contact' && (
                <LinkButton
                  variant="quiet"
                  href={`/familier/${consent.caseId}/samtykke/${consent.id}/brev/${signer.personId}.pdf`}
                  newWindow
                >
                  {m.one.letter}
                </LinkButton>
              )}
            </>
          )}
        </>
      )}
    </Card>
  )
}

/** When and how they were asked and answered. */
function SignerFacts({ signer: s }: { signer: Signer }) {
  const locale = useLocale()
  const m = consentTexts(locale)
  const vias: Readonly<Record<string, string>> = m.via
  const hows: Readonly<Record<string, string>> = m.how
  const day = (instant: string) => formatDate(locale, copenhagenDay(instant))
  const attempts = [s.attempt1On, s.attempt2On].filter((d) => d !== null).map((d) => formatDate(locale, d))
  const facts = [
    s.askedAt && m.one.asked(day(s.askedAt), vias[s.askedChannel ?? ''] ?? ''),
    s.signedAt && m.one.signed(day(s.signedAt), hows[s.signedHow ?? ''] ?? ''),
    s.refusedAt && m.one.refused(day(s.refusedAt)),
    attempts.length > 0 && m.one.attempts(attempts.join(', ')),
    s.noContactReason,
    s.witness && m.one.witness(s.witness),
    s.language && s.language !== 'da' && m.one.language(new Intl.DisplayNames(locale, { type: 'language' }).of(s.language) ?? s.language),
    s.interpreter && m.one.interpreter,
    s.readAloud && m.one.readAloud,
  ].filter((f) => typeof f === 'string' && f !== '')
  return facts.length === 0 ? null : (
    <ul>
      {facts.map((f) => (
        <li key={String(f)}>{f}</li>
      ))}
    </ul>
  )
}

type Small = { signer: Signer; name: string; today: string; refused: Refusal }
const Hidden = ({ intent, signer }: { intent: string; signer: Signer }) => (
  <>
    <input type="hidden" name="intent" value={`${intent}.${signer.personId}`} />
    <input type="hidden" name="signerId" value={signer.personId} />
  </>
)
const prefix = (intent: string, signer: Signer) => `${intent}${signer.personId}`

function YesForm({ signer, name, person, today, refused: { errors, values } }: Small & { person: Someone | undefined }) {
  const locale = useLocale()
  const m = consentTexts(locale)
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const languages = [...LANGUAGES].map((value) => ({ value, label: names.of(value) ?? value }))
  return (
    <Details summary={`${m.one.registerYes} ${name}`} open={values !== null}>
      <Form errors={errors} prefix={prefix('yes', signer)}>
        <Hidden intent="yes" signer={signer} />
        <RadioGroup
          name="how"
          legend={m.one.how}
          value={typed(values, 'how', 'signed')}
          choices={[
            { value: 'signed', label: m.how.signed },
            {
              value: 'spoken',
              label: m.how.spoken,
              reveals: <TextField name="witness" label={m.one.witnessLabel} value={typed(values, 'witness')} />,
            },
          ]}
        />
        <DateFields name="on" legend={m.one.on} value={typedDate(values, 'on', today)} />
        <Select
          name="language"
          label={m.one.languageLabel}
          options={languages}
          value={typed(values, 'language', person?.language ?? 'da')}
        />
        <Checkbox
          name="interpreter"
          label={m.one.interpreterLabel}
          checked={values ? typed(values, 'interpreter') === 'on' : person?.interpreter}
        />
        <Checkbox name="readAloud" label={m.one.readAloudLabel} checked={typed(values, 'readAloud') === 'on'} />
        <SubmitButton>{m.one.saveYes}</SubmitButton>
      </Form>
    </Details>
  )
}
function NoForm({ signer, name, today, refused: { errors, values } }: Small) {
  const m = consentTexts(useLocale())
  return (
    <Details summary={`${m.one.registerNo} ${name}`} open={values !== null}>
      <Form errors={errors} prefix={prefix('no', signer)}>
        <Hidden intent="no" signer={signer} />
        <DateFields name="on" legend={m.one.on} value={typedDate(values, 'on', today)} />
        <SubmitButton variant="secondary">{m.one.saveNo}</SubmitButton>
      </Form>
    </Details>
  )
}
function AskForm({ signer, today, refused: { errors, values } }: Omit<Small, 'name'>) {
  const m = consentTexts(useLocale())
  return (
    <Details summary={m.one.ask} open={values !== null}>
      <Form errors={errors} prefix={prefix('ask', signer)}>
        <Hidden intent="ask" signer={signer} />
        <RadioGroup
          name="channel"
          legend={m.one.channel}
          value={typed(values, 'channel', 'meeting')}
          choices={VIA.map((value) => ({ value, label: m.via[value] }))}
        />
        <DateFields name="on" legend={m.one.on} value={typedDate(values, 'on', today)} />
        <Checkbox name="send" label={m.one.send} hint={m.one.sendHint} checked={typed(values, 'send') === 'on'} />
        <SubmitButton variant="secondary">{m.one.saveAsk}</SubmitButton>
      </Form>
    </Details>
  )
}
function AttemptForm({ signer, name, today, refused: { errors, values } }: Small) {
  const m = consentTexts(useLocale())
  return (
    <Details summary={`${m.one.attempt} ${name}`} open={values !== null}>
      <Form errors={errors} prefix={prefix('attempt', signer)}>
        <Hidden intent="attempt" signer={signer} />
        <DateFields name="on" legend={m.one.attemptOn} hint={m.one.attemptHint} value={typedDate(values, 'on', today)} />
        <SubmitButton variant="secondary">{m.one.saveAttempt}</SubmitButton>
      </Form>
    </Details>
  )
}
function NoContactForm({ signer, refused: { errors, values } }: Omit<Small, 'name' | 'today'>) {
  const m = consentTexts(useLocale())
  return (
    <Details summary={m.one.noContact} open={values !== null}>
      <Form errors={errors} prefix={prefix('nc', signer)}>
        <Hidden intent="no-contact" signer={signer} />
        <TextArea name="reason" label={m.one.reason} rows={2} value={typed(values, 'reason')} />
        <SubmitButton variant="secondary">{m.one.saveNoContact}</SubmitButton>
      </Form>
    </Details>
  )
}
