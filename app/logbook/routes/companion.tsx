import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink, Tabs } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { CompanionFigure } from '../components/companion-figure.tsx'
import { readCompanionHours } from '../read-logbook.server.ts'
import { hoursText, logbookTexts } from '../words.ts'
import type { Route } from './+types/companion.ts'

export const loader = page(({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const asked = new URL(request.url).searchParams
  return readCompanionHours(ctx, { projectId: asked.get('projekt'), months: asked.get('maaneder') ?? 6 })
})

/** LOG-02: hours of companion support in a project, family by family; each opens to the logbook for those who may read it. */
export default function Companion({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = logbookTexts(locale)
  const address = (project: number, months: number) => `/projekt/gaa-med?projekt=${project}&maaneder=${months}`
  return (
    <>
      <title>{`${m.projectTitle} – Helhed`}</title>
      <BackLink href={`/projekt?projekt=${d.project.id}`}>{m.back}</BackLink>
      <PageHead title={m.projectTitle} lead={m.projectLead} />
      {d.projects.length > 1 && <Tabs label={m.choose} items={d.projects.map((p) => ({ href: address(p.id, d.months), label: p.name, current: p.id === d.project.id }))} />}
      <Tabs label={m.month} items={[6, 12, 24].map((n) => ({ href: address(d.project.id, n), label: m.lastMonths(n), current: n === d.months }))} />
      {d.families.length === 0 ? (
        <EmptyState title={m.projectNone}>{m.projectNoneText}</EmptyState>
      ) : (
        <>
          <Card title={m.lastMonths(d.months)}>
            <CompanionFigure months={d.byMonth} />
            <p className="note">{m.counted(d.kinds.join(', ').toLocaleLowerCase(locale))}</p>
          </Card>
          <Table
            caption={m.perFamily}
            rows={d.families}
            rowKey={(f) => f.caseId}
            columns={[
              { key: 'family', label: m.family, rowHeader: true, cell: (f) => <a href={`/familier/${f.caseId}/logbog`}>{f.name}</a> },
              { key: 'hours', label: m.hours, numeric: true, cell: (f) => hoursText(locale, f.minutes) },
              { key: 'entries', label: m.entries, numeric: true, cell: (f) => f.entries },
            ]}
          />
        </>
      )}
    </>
  )
}
