import { errorsOf, typed, typedDateParts } from '#app/intake/components/refused.tsx'
import { pick } from '#app/platform/i18n/messages.ts'
import { formatNumber } from '#app/platform/i18n/words.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { formatRange } from '#app/platform/time/format.ts'
import { ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Table } from '#app/ui/table.tsx'
import type { StaffingPage } from '../read-staffing.server.ts'
import { da, en } from '../staffing-messages.ts'

type Props = { page: StaffingPage; refused: Refused | undefined }
type Row = StaffingPage['places'][number]

/** Places with function, holder, hours and dates; each can be ended. */
export const PlacesTable = ({ page, refused, rows }: Props & { rows: readonly Row[] }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const end = { key: 'end', label: m.end, cell: (row: Row) => row.until === null && <EndPlace id={row.id} what={row.label} kind="end" page={page} refused={refused} /> }
  return (
    <Table
      caption={m.places}
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={m.none}>{m.noneText}</EmptyState>}
      columns={[
        {
          key: 'function',
          label: m.function,
          rowHeader: true,
          cell: (row) => (
            <>
              {row.label}
              {row.note && (
                <>
                  <br />
                  <span className="form-hint">{row.note}</span>
                </>
              )}
            </>
          ),
        },
        { key: 'who', label: m.who, cell: (row) => row.name ?? m.vacant },
        {
          key: 'hours',
          label: m.hours,
          numeric: true,
          cell: (row) =>
            row.minutesPerWeek === null ? m.hoursUnknown : m.hoursOf(formatNumber(locale, row.minutesPerWeek / 60, row.minutesPerWeek % 60 ? 1 : 0)),
        },
        { key: 'period', label: m.period, cell: (row) => formatRange(locale, row.from, row.until, page.today) },
        ...(page.may.change && rows.some((row) => row.until === null) ? [end] : []),
      ]}
    />
  )
}

/** The last day of a place or an agreement, asked once more. */
export const EndPlace = ({ id, what, kind, page, refused: any }: Props & { id: number; what: string; kind: 'end' | 'end-reach' }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = any?.values.do === kind && any.values.id === String(id) ? any : undefined
  return (
    <Form prefix={`${kind}${id}`} errors={errorsOf(refused, locale, m.missing)}>
      <input type="hidden" name="projectId" value={page.project.id} />
      <input type="hidden" name="id" value={id} />
      <ConfirmButton
        variant="quiet"
        label={
          <>
            {m.end}
            <span className="sr-only"> {what}</span>
          </>
        }
        question={m.endQuestion(what)}
        confirm={m.save}
        name="do"
        value={kind}
      >
        <DateFields name="until" legend={m.lastDay} value={typedDateParts(refused, 'until', page.today)} />
      </ConfirmButton>
    </Form>
  )
}

export const AddPlace = ({ page, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const was = (name: string) => typed(refused, name, '', 'add')
  return (
    <Form prefix="add" errors={errorsOf(refused, locale, m.missing, 'add')}>
      <p className="form-hint">{m.addHint}</p>
      <input type="hidden" name="projectId" value={page.project.id} />
      <Select name="function" label={m.function} placeholder value={was('function')} options={page.functions} />
      <Select
        name="staffId"
        label={m.who}
        optional
        placeholder={m.vacant}
        value={was('staffId')}
        options={page.staff.map((one) => ({ value: one.id, label: one.title ? `${one.name}, ${one.title}` : one.name }))}
      />
      <TextField name="hoursPerWeek" label={m.hours} hint={m.hoursHint} optional width="xs" inputMode="decimal" value={was('hoursPerWeek')} />
      <TextField name="note" label={m.note} optional value={was('note')} />
      <DateFields name="from" legend={m.from} value={typedDateParts(refused, 'from', page.today, 'add')} />
      <DateFields name="until" legend={m.until} hint={m.untilHint} optional value={typedDateParts(refused, 'until', null, 'add')} />
      <SubmitButton variant="secondary" name="do" value="add">
        {m.save}
      </SubmitButton>
    </Form>
  )
}

export const AddReachForm = ({ page, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const was = (name: string) => typed(refused, name, '', 'reach')
  return (
    <Form prefix="reach" errors={errorsOf(refused, locale, m.missing, 'reach')}>
      <input type="hidden" name="projectId" value={page.project.id} />
      <Select
        name="departmentId"
        label={m.department}
        placeholder
        value={was('departmentId')}
        options={page.departments.map((one) => ({ value: one.id, label: one.name }))}
      />
      <Select
        name="contactId"
        label={m.contact}
        optional
        placeholder={m.contactNone}
        value={was('contactId')}
        options={page.staff.map((one) => ({ value: one.id, label: one.title ? `${one.name}, ${one.title}` : one.name }))}
      />
      <DateFields name="from" legend={m.from} value={typedDateParts(refused, 'from', page.today, 'reach')} />
      <SubmitButton variant="secondary" name="do" value="reach">
        {m.save}
      </SubmitButton>
    </Form>
  )
}
