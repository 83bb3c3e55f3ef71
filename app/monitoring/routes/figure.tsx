import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink, Pagination } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { DueDate } from '#app/ui/text.tsx'
import { figureAddress, openedFrom } from '../figure-address.ts'
import { da, en } from '../messages.ts'
import { readFigure } from '../read-project.server.ts'
import type { Route } from './+types/figure.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const { people: _forTheLog, ...figure } = await readFigure(ctx, openedFrom(new URL(request.url).searchParams))
  return figure
})

/** The families behind one figure: exactly those that were counted in it. */
export default function Figure({ loaderData: f }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  const { opened: o } = f
  const what = [
    o.standing && (m.standing[o.standing] ?? o.standing).toLowerCase(),
    o.lack && (m.lack[o.lack] ?? o.lack).toLowerCase(),
    o.coordinator !== undefined && m.byCoordinator(f.coordinatorName ?? '–'),
    o.professionals !== undefined && m.withProfessionals(o.professionals, o.orMore === true),
    f.reasonLabel !== null && m.left(f.reasonLabel),
  ].filter((part) => typeof part === 'string')
  return (
    <>
      <title>{`${m.figureTitle} – Helhed`}</title>
      <BackLink href={`/projekt?projekt=${f.project.id}`}>{m.back}</BackLink>
      <PageHead title={m.figureTitle} lead={m.figureLead(f.total, what.join(', ') || m.all)} />
      <Table
        caption={m.figureTitle}
        hideCaption
        rows={f.families}
        rowKey={(one) => one.caseId}
        empty={<EmptyState title={m.none}>{m.noneText}</EmptyState>}
        columns={[
          { key: 'family', label: m.family, rowHeader: true, cell: (one) => <a href={`/familier/${one.caseId}`}>{one.name}</a> },
          { key: 'standing', label: m.state, cell: (one) => m.standing[one.standing] ?? one.standing },
          { key: 'coordinator', label: m.coordinator, cell: (one) => one.coordinator ?? '–' },
          { key: 'follow', label: m.follow, cell: (one) => (one.nextOn ? <DueDate date={one.nextOn} today={f.today} /> : m.noDate) },
          { key: 'professionals', label: m.professionals, numeric: true, cell: (one) => one.professionals },
          { key: 'lacks', label: m.lacksColumn, cell: (one) => one.lacks.map((l) => m.lack[l] ?? l).join(', ') || '–' },
        ]}
      />
      {f.pages > 1 && <Pagination page={f.page} pages={f.pages} href={(n) => figureAddress(f.project.id, o, n)} />}
    </>
  )
}
