import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatInstant, formatMonth } from '#app/platform/time/format.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Table } from '#app/ui/table.tsx'
import { Unseen } from '#app/ui/text.tsx'
import { readNationalDeliveries } from '../deliveries.server.ts'
import { da, en } from '../extract-messages.ts'
import type { Route } from './+types/national.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => readNationalDeliveries(ctx, {}))

/** Which extracts can I fetch? For the national evaluator. */
export default function National({ loaderData: deliveries }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <>
      <title>{`${m.nationalTitle} – Helhed`}</title>
      <PageHead title={m.nationalTitle} lead={m.nationalLead} />
      <Table
        caption={m.nationalTitle}
        hideCaption
        rows={deliveries}
        rowKey={(d) => `${d.municipalityId}.${d.id}`}
        empty={<EmptyState title={m.nationalNone}>{m.nationalNoneText}</EmptyState>}
        columns={[
          { key: 'project', label: m.project, rowHeader: true, cell: (d) => `${d.municipality}: ${d.project}` },
          { key: 'month', label: m.month, cell: (d) => formatMonth(locale, d.month) },
          { key: 'mark', label: m.purpose, cell: (d) => m.marks[d.mark] ?? d.mark },
          { key: 'people', label: m.people, numeric: true, cell: (d) => d.people },
          { key: 'left', label: m.leftOut, numeric: true, cell: (d) => d.leftOut },
          { key: 'made', label: m.made, cell: (d) => formatInstant(locale, d.madeAt) },
          {
            key: 'fetch',
            label: <Unseen>{m.fetch}</Unseen>,
            cell: (d) => (
              <a href={`/udtraek/${d.municipalityId}/${d.id}/fil`} download>
                {m.fetch}
                <Unseen>{` ${d.municipality}, ${formatMonth(locale, d.month)}`}</Unseen>
              </a>
            ),
          },
        ]}
      />
    </>
  )
}
