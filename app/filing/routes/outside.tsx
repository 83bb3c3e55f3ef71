import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDue, formatShortDate, formatWeek } from '#app/platform/time/format.ts'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Table } from '#app/ui/table.tsx'
import { Note } from '#app/ui/text.tsx'
import { StateBadge } from '../components/filing-line.tsx'
import { referenceOf, toCaseAddress } from '../filing.ts'
import { da, en } from '../messages.ts'
import { readOutside } from '../read-filing.server.ts'
import type { Route } from './+types/outside.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => readOutside(ctx, {}))
type Data = Route.ComponentProps['loaderData']

/** Once a week: what waits, what was sent, and what lies outside every case. */
export default function Outside({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <PageHead title={m.title} lead={`${m.list.lead(d.weeksBack)} ${m.notTheJournal}`} />
      {d.waiting.length > 0 && (
        <section>
          <h2>{m.list.waiting}</h2>
          <Filings caption={m.list.waiting} rows={d.waiting} today={d.today} who={(f) => f.from} whoLabel={m.list.by} />
        </section>
      )}
      {d.sent.length > 0 && (
        <section>
          <h2>{m.list.sent}</h2>
          <Filings caption={m.list.sent} rows={d.sent} today={d.today} who={(f) => `${f.to}, ${f.sectorName}`} whoLabel={m.list.to} />
        </section>
      )}
      <section>
        <h2>{m.list.outside}</h2>
        {d.weeks.length === 0 ? <EmptyState title={m.list.emptyTitle}>{m.list.empty}</EmptyState> : <p>{m.list.outsideLead}</p>}
        {d.weeks.map((week) => (
          <Card key={week.monday} level={3} title={m.list.week(formatWeek(locale, week.monday))} aside={String(week.rows.length)}>
            <Records caption={formatWeek(locale, week.monday)} rows={week.rows} today={d.today} />
          </Card>
        ))}
      </section>
      {d.waiting.length === 0 && <Note>{m.list.waitingNone}</Note>}
    </>
  )
}

type Filed = Data['waiting'][number]
const Filings = ({ caption, rows, today, who, whoLabel }: { caption: string; rows: Filed[]; today: string; who: (f: Filed) => string; whoLabel: string }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Table
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={(f) => f.id}
      columns={[
        { key: 'what', label: m.list.what, rowHeader: true, cell: (f) => <a href={`/familier/${f.caseId}/til-sagen/${f.id}`}>{`${m.kinds[f.kind]}: ${f.themeName} (${referenceOf(f.id)})`}</a> },
        { key: 'family', label: m.list.family, cell: (f) => f.family },
        { key: 'who', label: whoLabel, cell: who },
        {
          key: 'due',
          label: m.list.due,
          cell: (f) => (
            <>
              <StateBadge state={f.state} /> {formatDue(locale, f.due, today)}
            </>
          ),
        },
      ]}
    />
  )
}

type Row = Data['weeks'][number]['rows'][number]
const Records = ({ caption, rows, today }: { caption: string; rows: Row[]; today: string }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Table
      caption={caption}
      hideCaption
      compact
      rows={rows}
      rowKey={(r) => `${r.kind}.${r.id}`}
      columns={[
        { key: 'what', label: m.list.what, rowHeader: true, cell: (r) => [m.kinds[r.kind], r.what].filter(Boolean).join(': ') },
        { key: 'family', label: m.list.family, cell: (r) => r.family },
        { key: 'when', label: m.list.when, cell: (r) => formatShortDate(locale, r.on, today) },
        { key: 'by', label: m.list.by, cell: (r) => r.by },
        {
          key: 'action',
          label: m.list.action,
          cell: (r) =>
            r.sendable ? (
              <a href={toCaseAddress(r.caseId, r.kind, r.id)}>
                {m.send.title}
                <span className="sr-only">{`: ${r.family}, ${formatShortDate(locale, r.on, today)}`}</span>
              </a>
            ) : (
              <span className="note">{m.list.nobody}</span>
            ),
        },
      ]}
    />
  )
}
