import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatMonth } from '#app/platform/time/format.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge, DueDate } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import { readMyMonths } from '../read-my-months.server.ts'
import type { Route } from './+types/my-months.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => ({ locale: ctx.locale, ...(await readMyMonths(ctx, {})) }))

/** Which of my families is to be registered now? */
export default function MyMonths({ loaderData: { locale, today, families } }: Route.ComponentProps) {
  const m = pick(locale, { da, en })
  const link = (caseId: number, month: string) => `/familier/${caseId}/registrering?maaned=${month.slice(0, 7)}`
  return (
    <>
      <title>{`${m.mine} – Helhed`}</title>
      <PageHead title={m.mine} lead={m.mineLead} />
      <Table
        caption={m.mine}
        hideCaption
        rows={families}
        rowKey={(f) => f.caseId}
        empty={<EmptyState title={m.noFamilies}>{m.noFamiliesBody}</EmptyState>}
        columns={[
          { key: 'family', label: m.family, rowHeader: true, cell: (f) => f.name },
          { key: 'month', label: m.state, cell: (f) => formatMonth(locale, f.month) },
          {
            key: 'status',
            label: m.status,
            cell: (f) => (
              <>
                {m.filled(f.filled, f.of)} {f.finished ? null : f.state === 'late' ? <Badge tone="attention">{m.states.late}</Badge> : f.state === 'open' ? <DueDate date={f.due} today={today} /> : <Badge>{m.states[f.state]}</Badge>}
                {f.missing.length > 0 && <div className="value-last">{m.missing(f.missing.map((month) => formatMonth(locale, month)).join(', '))}</div>}
              </>
            ),
          },
          { key: 'open', label: <span className="sr-only">{m.open}</span>, cell: (f) => <a href={link(f.caseId, f.month)}>{f.finished || f.state === 'closed' ? m.look : m.open}<span className="sr-only"> {f.name}</span></a> },
        ]}
      />
    </>
  )
}
