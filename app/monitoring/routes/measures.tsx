import { pick } from '#app/platform/i18n/messages.ts'
import { formatNumber } from '#app/platform/i18n/words.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink, Pagination } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { da, en } from '../messages.ts'
import { readMeasures } from '../read-measures.server.ts'
import type { Route } from './+types/measures.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  const { seen: _forTheLog, ...measures } = await readMeasures(ctx, { projectId: query.get('projekt'), page: query.get('side') ?? 1 })
  return measures
})

/** What runs in every family today (KNOW-02), family by family. */
export default function Measures({ loaderData: r }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <>
      <title>{`${m.measuresTitle} – Helhed`}</title>
      <BackLink href={`/projekt?projekt=${r.project.id}`}>{m.back}</BackLink>
      <PageHead title={m.measuresTitle} lead={m.measuresLead(r.running, r.total)} />
      {r.families.length === 0 && <EmptyState title={m.measuresNone}>{m.measuresNoneText}</EmptyState>}
      {r.families.map((f) => (
        <section key={f.caseId} aria-labelledby={`familie-${f.caseId}`} className="keep-together">
          <h2 id={`familie-${f.caseId}`}>
            <a href={`/familier/${f.caseId}/planen`}>{f.name}</a>
          </h2>
          <Table
            caption={f.name}
            hideCaption
            compact
            rows={f.measures}
            rowKey={(one) => one.id}
            columns={[
              { key: 'what', label: m.what, rowHeader: true, cell: (one) => one.what || '–' },
              { key: 'provider', label: m.provider, cell: (one) => one.provider || '–' },
              {
                key: 'period',
                label: m.period,
                cell: (one) => `${one.startOn ? formatShortDate(locale, one.startOn, r.today) : ''} – ${one.endOn ? formatShortDate(locale, one.endOn, r.today) : m.goingOn}`,
              },
              { key: 'hours', label: m.hours, numeric: true, cell: (one) => (one.weekly ? (one.minutesPerWeek === null ? '–' : formatNumber(locale, one.minutesPerWeek / 60, 1)) : m.once) },
            ]}
          />
        </section>
      ))}
      {r.pages > 1 && <Pagination page={r.page} pages={r.pages} href={(n) => `/projekt/indsatser?projekt=${r.project.id}&side=${n}`} />}
    </>
  )
}
