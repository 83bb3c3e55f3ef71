import { pick } from '#app/platform/i18n/messages.ts'
import { plural } from '#app/platform/i18n/words.ts'
import { formatDate, formatDayInWords } from '#app/platform/time/format.ts'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Table } from '#app/ui/table.tsx'
import { Details, Note } from '#app/ui/text.tsx'
import { type FamilyLog, type LogPerson, timesSaid } from '../family-log.ts'
import { da, en } from '../messages.ts'

type Props = {
  log: FamilyLog & { reader: 'family' | 'whole' | 'own' }
  /** Plain date. */
  today: string
  /** Months shown now: 3 or 12. */
  months: number
}

/** Who has looked: a sum for each person, then day by day in plain words. For the family's own page and for staff. */
export function FamilyLogView({ log, today, months }: Props) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const forFamily = log.reader === 'family'
  return <>
    <p className="font-lead">{m.lead[log.reader]}</p>
    <p>
      {m.since(formatDate(locale, log.since))} · <a href={months > 3 ? '?' : '?maaneder=12'}>{months > 3 ? m.shorter : m.longer}</a>
    </p>
    {log.days.length === 0 ? <EmptyState title={m.empty.title}>{forFamily ? m.empty.family : m.empty.staff}</EmptyState> : <>
      <Card title={m.totals}>
        <Table caption={m.totalsTable} hideCaption compact rows={log.totals} rowKey={(row) => row.key} columns={[
          { key: 'who', label: m.person, rowHeader: true, cell: (row) => row.who },
          { key: 'times', label: m.count, numeric: true, cell: (row) => plural(row.times, ...m.times) },
        ]} />
      </Card>
      <h2>{m.byDay}</h2>
      {log.days.map(({ day, people }) => (
        <section key={day}>
          <h3>{formatDayInWords(locale, day, today)}</h3>
          <ul>{people.map((person) => <Person key={person.key} person={person} />)}</ul>
        </section>
      ))}
    </>}
    {forFamily && <Details summary={m.explain}><p>{m.explainText}</p></Details>}
  </>
}

function Person({ person }: { person: LogPerson }) {
  const m = pick(useLocale(), { da, en })
  const [first, ...more] = person.things
  return <li>
    <strong>{person.who}</strong> {first && timesSaid(first.what, first.times, m.times)}
    {more.length > 0 && <ul>{more.map((thing) => <li key={thing.what}>{timesSaid(thing.what, thing.times, m.times)}</li>)}</ul>}
    {person.because && <Note icon="info">{m.why[person.because]}</Note>}
  </li>
}
