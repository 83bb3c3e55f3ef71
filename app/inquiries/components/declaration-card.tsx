import { typed, typedDate } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Details, KeyValue, Quote } from '#app/ui/text.tsx'
import { type Declaration, HEALTH_SECTORS, nextStepOf } from '../health.ts'
import type { Someone } from '../read-inquiries.server.ts'
import { areaOf, inquiryTexts } from '../words.ts'

type Page = { caseId: number; today: string; declarations: Declaration[]; areas: Record<string, string>; may: boolean }
type Props = { d: Page; person: Someone & { from: readonly string[] }; data: unknown }

/** One member: needed or not, asked for, received; each step with its own small form. */
export const DeclarationCard = ({ d, person, data }: Props) => {
  const locale = useLocale()
  const m = inquiryTexts(locale).health
  const found = d.declarations.find((x) => x.personId === person.id)
  const step = nextStepOf(found)
  const on = (day: string) => formatShortDate(locale, day, d.today)
  return (
    <Card
      level={3}
      title={person.name}
      aside={<Badge tone={found ? 'accent' : 'plain'}>{found ? (found.needed ? m.needed : m.notNeeded) : m.none}</Badge>}
    >
      {found && (
        <KeyValue
          items={[
            { key: m.reason, value: found.reason },
            { key: m.decidedOn, value: `${on(found.decidedOn)}, ${found.decidedBy}` },
            { key: m.coordinator, value: found.healthCoordinator },
            { key: m.scope, value: found.scope },
            { key: m.askedOf, value: found.requestedOn && `${found.requestedOf}, ${on(found.requestedOn)}` },
          ]}
        />
      )}
      {found?.received && <Quote by={m.quoteBy(found.received.authority, on(found.received.concludedOn))}>{found.received.conclusion}</Quote>}
      {found && step === 'receive' && <p>{m.waiting(on(found.requestedOn ?? d.today))}</p>}
      {d.may && found && step === 'request' && <RequestForm d={d} person={person} declaration={found} data={data} />}
      {d.may && found && step === 'receive' && <ReceiveForm d={d} declaration={found} data={data} />}
      {d.may && <DecideForm d={d} person={person} again={found !== undefined} data={data} />}
    </Card>
  )
}

const action = (d: Page) => `/familier/${d.caseId}/situation/helbred`

const DecideForm = ({ d, person, again, data }: Props & { again: boolean }) => {
  const locale = useLocale()
  const t = inquiryTexts(locale)
  const m = t.health
  const intent = `decide ${person.id}`
  const { errors, values } = refusal(locale, data, intent)
  return (
    <Details summary={<Named text={again ? m.change : m.decide} name={person.name} />} open={values !== null}>
      <Form action={action(d)} errors={errors} summaryElsewhere prefix={`d${person.id}`}>
        <input type="hidden" name="intent" value={intent} />
        <RadioGroup
          name="needed"
          legend={m.neededQuestion}
          inline
          value={typed(values, 'needed')}
          choices={[
            { value: 'yes', label: t.screening.yes },
            { value: 'no', label: t.screening.no },
          ]}
        />
        <TextArea name="reason" label={m.reason} rows={2} value={typed(values, 'reason')} />
        <TextField name="decidedBy" label={m.decidedBy} hint={m.decidedByHint} value={typed(values, 'decidedBy')} />
        <DateFields name="decidedOn" legend={m.decidedOn} value={typedDate(values, 'decidedOn', d.today)} />
        <TextField name="healthCoordinator" label={m.coordinator} value={typed(values, 'healthCoordinator')} optional />
        <SubmitButton variant="secondary">{m.save}</SubmitButton>
      </Form>
    </Details>
  )
}

const RequestForm = ({ d, person, declaration, data }: Props & { declaration: Declaration }) => {
  const locale = useLocale()
  const m = inquiryTexts(locale).health
  const intent = `request ${declaration.id}`
  const { errors, values } = refusal(locale, data, intent)
  if (person.from.length === 0)
    return (
      <p>
        {HEALTH_SECTORS.slice(0, 1).map((s) => m.noConsent(person.name, areaOf(locale, d.areas, s)))}{' '}
        <a href={`/familier/${d.caseId}/samtykke/ny`}>{inquiryTexts(locale).ask.getConsent}</a>
      </p>
    )
  return (
    <Details summary={<Named text={m.ask} name={person.name} />} open={values !== null}>
      <Form action={action(d)} errors={errors} summaryElsewhere prefix={`r${declaration.id}`}>
        <input type="hidden" name="intent" value={intent} />
        <TextArea name="scope" label={m.scope} hint={m.scopeHint} rows={2} value={typed(values, 'scope')} />
        <Select
          name="fromSector"
          label={m.from}
          value={typed(values, 'fromSector')}
          options={person.from.map((s) => ({ value: s, label: areaOf(locale, d.areas, s) }))}
        />
        <TextField name="requestedOf" label={m.askedOf} value={typed(values, 'requestedOf')} />
        <DateFields name="requestedOn" legend={m.askedOn} value={typedDate(values, 'requestedOn', d.today)} />
        <SubmitButton variant="secondary">{m.save}</SubmitButton>
      </Form>
    </Details>
  )
}

const ReceiveForm = ({ d, declaration, data }: { d: Page; declaration: Declaration; data: unknown }) => {
  const locale = useLocale()
  const m = inquiryTexts(locale).health
  const intent = `receive ${declaration.id}`
  const { errors, values } = refusal(locale, data, intent)
  return (
    <Details summary={m.receive} open={values !== null}>
      <Form action={action(d)} errors={errors} summaryElsewhere prefix={`c${declaration.id}`}>
        <input type="hidden" name="intent" value={intent} />
        <TextArea name="conclusion" label={m.conclusion} value={typed(values, 'conclusion')} />
        <TextField name="authority" label={m.authority} value={typed(values, 'authority', declaration.requestedOf)} />
        <DateFields name="concludedOn" legend={m.concludedOn} value={typedDate(values, 'concludedOn')} />
        <DateFields name="receivedOn" legend={m.receivedOn} value={typedDate(values, 'receivedOn', d.today)} />
        <SubmitButton variant="secondary">{m.save}</SubmitButton>
      </Form>
    </Details>
  )
}
/** Which of several: said to a screen reader. */
const Named = ({ text, name }: { text: string; name: string }) => (
  <>
    {text} <span className="sr-only">({name})</span>
  </>
)
