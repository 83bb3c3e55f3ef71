import { refusal } from '#app/platform/forms/refusal.ts'
import { typed, typedDate } from '#app/platform/forms/form-values.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formatRange } from '#app/platform/time/format.ts'
import { ActionButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Table } from '#app/ui/table.tsx'
import { Details } from '#app/ui/text.tsx'
import { BLOCK_REASONS } from '../clock.ts'
import type { BlockedPeriod } from '../queries.server.ts'
import { clockTexts } from '../words.ts'

type Props = { action: string; title: string; lead: string; rows: readonly BlockedPeriod[]; today: string; may: boolean; data: unknown }
export const closingWords = (locale: 'da' | 'en', names: readonly string[]): string => joinList(locale, names.map((name) => name.toLowerCase()))

/** Periods in which no joint meeting is held, and the form for one more. */
export const BlockedCard = ({ action, title, lead, rows, today, may, data }: Props) => {
  const locale = useLocale()
  const m = clockTexts(locale).year
  const { errors, values } = refusal(locale, data, 'block')
  return (
    <Card title={title} id="lukket">
      <p>{lead}</p>
      {rows.length === 0 ? (
        <p>{m.blockedNone}</p>
      ) : (
        <Table
          caption={m.blockedCaption}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'when', label: m.from, rowHeader: true, cell: (row) => formatRange(locale, row.from, row.until, today) },
            { key: 'why', label: m.why, cell: (row) => (row.words === '' ? m.whyOf[row.why] : `${m.whyOf[row.why]}: ${row.words}`) },
            { key: 'open', label: <span className="sr-only">{m.unblock}</span>, cell: (row) => (may && row.mine ? <Unblock action={action} row={row} /> : '') },
          ]}
        />
      )}
      {may && (
        <Details summary={m.addBlock} open={values !== null}>
          <Form action={action} errors={errors ?? {}} prefix="block" summaryElsewhere>
            <input type="hidden" name="intent" value="block" />
            <DateFields name="from" legend={m.from} value={typedDate(values, 'from')} />
            <DateFields name="until" legend={m.until} value={typedDate(values, 'until')} />
            <Select name="why" label={m.why} value={typed(values, 'why', 'school-holiday')} options={BLOCK_REASONS.map((code) => ({ value: code, label: m.whyOf[code] }))} />
            <TextField name="words" label={m.words} value={typed(values, 'words')} optional />
            <SubmitButton variant="secondary">{m.addBlock}</SubmitButton>
          </Form>
        </Details>
      )}
    </Card>
  )
}
const Unblock = ({ action, row }: { action: string; row: BlockedPeriod }) => {
  const locale = useLocale()
  const m = clockTexts(locale).year
  return <ActionButton action={action} fields={{ intent: 'unblock', id: String(row.id) }} label={m.unblock} describe={formatRange(locale, row.from, row.until, row.from)} />
}
