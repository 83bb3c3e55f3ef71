import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { Note } from '#app/ui/text.tsx'
import { da, en } from '../meeting-messages.ts'
import { readReassessments } from '../reassess.server.ts'
import type { Route } from './+types/reassessments.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => {
  const { families } = await readReassessments(ctx, {})
  return { families: families.map(({ shelfId: _shelf, ...one }) => one) }
})

/** VIS-12: the families with a place, and who has been assessed anew. */
export default function Reassessments({ loaderData: { families } }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const state = (row: (typeof families)[number]) =>
    row.openedOn === null ? 'none' : row.decision === 'stays' || row.decision === 'leaves' ? row.decision : 'open'
  const done = families.filter((one) => one.decidedOn !== null).length
  return (
    <>
      <title>{`${m.listTitle} – Helhed`}</title>
      <BackLink href="/projekt/venteliste" />
      <PageHead title={m.listTitle} lead={m.listLead} />
      {families.length > 0 && <Note icon="info">{m.done(done, families.length)}</Note>}
      <Table
        caption={m.listTitle}
        hideCaption
        rows={families}
        rowKey={(row) => row.caseId}
        empty={<EmptyState title={m.nobody}>{m.nobodyText}</EmptyState>}
        columns={[
          { key: 'family', label: m.family, rowHeader: true, cell: (row) => <a href={`/familier/${row.caseId}`}>{row.name}</a> },
          { key: 'state', label: m.state, cell: (row) => m.states[state(row)] },
          {
            key: 'on',
            label: m.when,
            cell: (row) => (row.decidedOn ?? row.openedOn ? formatDate(locale, row.decidedOn ?? row.openedOn ?? '') : '–'),
          },
          {
            key: 'open',
            label: m.openPage,
            cell: (row) => (
              <LinkButton href={`/familier/${row.caseId}/optagelse/igen`} variant="secondary">
                {m.openPage}
                <span className="sr-only"> {row.name}</span>
              </LinkButton>
            ),
          },
        ]}
      />
    </>
  )
}
