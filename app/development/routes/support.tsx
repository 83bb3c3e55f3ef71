import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatMonth } from '#app/platform/time/format.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { Note } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import { readSupport } from '../read-support.server.ts'
import type { Route } from './+types/support.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const { families, ...rest } = await readSupport(ctx, { projectId: new URL(request.url).searchParams.get('projekt') })
  return { ...rest, families: families.map(({ personIds: _forTheLog, ...f }) => f) }
})

/** Which families may need more support from the project? */
export default function SupportPage({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en }).support
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <BackLink href={`/projekt?projekt=${d.project.id}`}>{m.back}</BackLink>
      <PageHead title={m.title} lead={m.lead(d.families.length, d.of)} />
      <Table
        caption={m.title}
        hideCaption
        rows={d.families}
        rowKey={(f) => f.caseId}
        empty={<EmptyState title={m.none}>{m.noneBody(d.limits.silentMonths, d.limits.worse)}</EmptyState>}
        columns={[
          { key: 'family', label: m.family, rowHeader: true, cell: (f) => <a href={`/familier/${f.caseId}/udvikling`}>{f.name}</a> },
          { key: 'why', label: m.why, cell: (f) => f.reasons.map((r) => (r === 'silent' ? m.silent(d.limits.silentMonths) : m.worse(f.worse))).join('. ') },
          { key: 'better', label: m.better, numeric: true, cell: (f) => f.better },
          { key: 'last', label: m.last, cell: (f) => (f.lastMonth === null ? m.never : formatMonth(locale, f.lastMonth)) },
        ]}
      />
      <Note icon="info">{[...(d.families.length > 0 ? [m.noneBody(d.limits.silentMonths, d.limits.worse)] : []), m.how].join(' ')}</Note>
    </>
  )
}
