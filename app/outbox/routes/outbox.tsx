import { pick } from '#app/platform/i18n/messages.ts'
import { readOutbox } from '#app/platform/messages/read-outbox.server.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatInstant } from '#app/platform/time/format.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Details } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import type { Route } from './+types/outbox.ts'

export const loader = page(async ({ ctx, session }: PageArgs<Route.LoaderArgs>) => ({ rows: await readOutbox(ctx, {}), locale: ctx.locale, demo: session.demo }))
type Row = Awaited<ReturnType<typeof loader>>['rows'][number]

/** What goes out of the house and whether it arrives; in a demo everything that would have gone. */
export default function Outbox({ loaderData: { rows, locale, demo } }: Route.ComponentProps) {
  const m = pick(locale, { da, en })
  const state = (r: Row) => [m.states[r.state], r.error && (m.errors[r.error] ?? r.error)].filter(Boolean).join(': ')
  const columns: Column<Row>[] = [
    { key: 'planned', label: m.outbox.planned, rowHeader: true, cell: (r) => formatInstant(locale, r.plannedAt) },
    { key: 'channel', label: m.outbox.channel, cell: (r) => m.channels[r.channel] },
    { key: 'what', label: m.outbox.what, cell: (r) => r.subject },
    { key: 'state', label: m.outbox.state, cell: state },
    { key: 'tries', label: m.outbox.tries, numeric: true, cell: (r) => r.attempts },
  ]
  const content: Column<Row>[] = [
    { key: 'recipient', label: m.outbox.recipient, cell: (r) => r.demo?.recipient ?? '' },
    { key: 'content', label: m.outbox.content, cell: (r) => r.demo && <Details summary={m.outbox.show}>
      {r.demo.letterTitle && <p><strong>{r.demo.letterTitle}</strong></p>}
      {r.demo.text.split('\n\n').map((line, i) => <p key={i}>{line}</p>)}
    </Details> },
  ]
  return <>
    <title>{`${m.outbox.title} – Helhed`}</title>
    <PageHead title={m.outbox.title} lead={m.outbox.lead} />
    <Alert live={false}>{demo ? m.outbox.demo : m.outbox.hidden}</Alert>
    <Table caption={m.outbox.title} hideCaption compact rows={rows} rowKey={(r) => r.id} columns={demo ? [...columns, ...content] : columns}
      empty={<EmptyState title={m.outbox.emptyTitle}>{m.outbox.empty}</EmptyState>} />
  </>
}
