import { refusal } from '#app/platform/forms/refusal.ts'
import { typed, typedList } from '#app/platform/forms/form-values.ts'
import { formatDate, formatWeekday } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge, DueDate } from '#app/ui/text.tsx'
import type { YearPage } from '../read-year.server.ts'
import { clockTexts, nameOf } from '../words.ts'
import { SlackForm } from './what-if.tsx'

type Meeting = NonNullable<YearPage['year']['proposal']>['meetings'][number]

/** The joint meetings of the year and what each may count for. */
export const Proposal = ({ d }: { d: YearPage }) => {
  const locale = useLocale()
  const m = clockTexts(locale).year
  const meetings = d.year.proposal?.meetings ?? []
  return (
    <Card title={m.proposal} id="forslag">
      <p>{m.proposalLead(d.rules.slackDays, d.rules.gapWeeks)}</p>
      <SlackForm d={d} />
      <Table
        caption={m.proposalCaption}
        hideCaption
        rows={meetings}
        rowKey={(one) => one.date}
        columns={[
          { key: 'date', label: m.date, rowHeader: true, cell: (one) => <DueDate date={one.date} today={d.today} kind="event" /> },
          { key: 'serves', label: m.serves, cell: (one) => <Serves d={d} meeting={one} /> },
          {
            key: 'state',
            label: <span className="sr-only">{m.status}</span>,
            cell: (one) => (d.called.includes(one.date) ? <Badge tone="done">{m.isCalled}</Badge> : <Badge tone="accent">{m.isNew}</Badge>),
          },
        ]}
      />
      <p className="note">{m.onlyWhenTicked}</p>
    </Card>
  )
}
const Serves = ({ d, meeting }: { d: YearPage; meeting: Meeting }) => {
  const m = clockTexts(useLocale()).year
  const lines = d.entries.filter((line) => meeting.serves.includes(line.id))
  if (lines.length === 0) return m.servesNothing
  return (
    <ul className="nobullet-list">
      {lines.map((line) => (
        <li key={line.id}>{nameOf(line)}</li>
      ))}
    </ul>
  )
}

/** Calls the meetings that are chosen. */
export const Accept = ({ d, data }: { d: YearPage; data: unknown }) => {
  const locale = useLocale()
  const m = clockTexts(locale).year
  const { errors, values } = refusal(locale, data, 'accept')
  const open = (d.year.proposal?.meetings ?? []).filter((one) => !d.called.includes(one.date))
  if (!d.may.arrange || open.length === 0 || d.kinds.length === 0) return null
  return (
    <Card title={m.accept} id="opret">
      <p>{m.acceptLead}</p>
      <Form errors={errors ?? {}} prefix="accept" summaryElsewhere>
        <input type="hidden" name="intent" value="accept" />
        <input type="hidden" name="slack" value={d.rules.slackDays} />
        <CheckboxGroup
          name="dates"
          legend={m.dates}
          values={values ? typedList(values, 'dates') : open.slice(0, 1).map((one) => one.date)}
          choices={open.map((one) => ({ value: one.date, label: `${formatWeekday(locale, one.date)} ${formatDate(locale, one.date)}` }))}
        />
        <Select name="kind" label={m.kind} value={typed(values, 'kind', preferred(d))} options={d.kinds} />
        <TextField name="time" label={m.time} value={typed(values, 'time', '13:00')} width="s" />
        <TextField name="place" label={m.place} value={typed(values, 'place')} optional />
        <SubmitButton>{m.acceptButton}</SubmitButton>
      </Form>
    </Card>
  )
}
/** The kind of meeting that the project follows up by, where it has one; else the first. */
const preferred = (d: YearPage): string =>
  d.entries.find((line) => line.law === null && d.kinds.some((kind) => kind.value === line.code))?.code ?? d.kinds[0]?.value ?? ''
