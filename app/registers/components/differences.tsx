import type { Values } from '#app/platform/forms/form-values.ts'
import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { formatMonth, formatShortDate } from '#app/platform/time/format.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Table } from '#app/ui/table.tsx'
import { da, en } from '../messages.ts'
import type { Difference } from '../registers.ts'

const TAKE = 'register'
/** The field of a difference: `d.<kind>.<ids of what is written>`. */
const nameOf = (d: Difference): string => `d.${d.kind}.${d.take.join('-')}`

/** The ids whose writers' words give way to the register, as they were chosen. */
export function chosenIn(values: Values): { takeValues: number[]; takeSpells: number[] } {
  const of = (kind: Difference['kind']) =>
    Object.keys(values).flatMap((name) => (name.startsWith(`d.${kind}.`) && values[name] === TAKE ? name.split('.')[2]!.split('-').map(Number) : []))
  return { takeValues: of('value'), takeSpells: of('spell') }
}

const when = (locale: Locale, d: Difference): string => (d.kind === 'value' ? formatMonth(locale, d.when) : formatShortDate(locale, d.when, ''))

/** What somebody wrote beside what the register says: one choice each, and what is written stands unless another is made. */
export function Differences({ rows, names }: { rows: Difference[]; names: Record<number, string> }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <>
      <Table
        caption={m.differencesTitle(rows.length)}
        rows={rows}
        rowKey={(d, n) => `${nameOf(d)}-${n}`}
        columns={[
          { key: 'who', label: m.member, rowHeader: true, cell: (d) => <a href={`/familier/${d.caseId}/personer/${d.personId}`}>{names[d.personId] ?? '–'}</a> },
          { key: 'what', label: m.what, cell: (d) => `${d.what[locale]}, ${when(locale, d)}` },
          { key: 'typed', label: m.typed, numeric: true, cell: (d) => d.typed || '–' },
          { key: 'register', label: m.fromRegister, numeric: true, cell: (d) => d.register },
          {
            key: 'stands',
            label: m.stands,
            cell: (d) =>
              d.take.length === 0 ? (
                m.byHand
              ) : (
                <RadioGroup name={nameOf(d)} legend={`${m.stands} ${names[d.personId] ?? ''}, ${d.what[locale]}`} hideLegend value="typed" choices={[{ value: 'typed', label: m.keepTyped }, { value: TAKE, label: m.takeRegister }]} />
              ),
          },
        ]}
      />
      <p className="note">{m.differencesLead}</p>
    </>
  )
}
