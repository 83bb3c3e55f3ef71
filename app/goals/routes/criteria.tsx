import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { BackLink, Tabs } from '#app/ui/navigation.tsx'
import { CriteriaTables } from '../components/criteria-tables.tsx'
import { BriefFigure, useWords } from '../components/goal-figure.tsx'
import { readCriteria } from '../read-goals.server.ts'
import type { Route } from './+types/criteria.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => readCriteria(ctx, { projectId: new URL(request.url).searchParams.get('projekt') }))

/** How does it go on the points that all projects follow? */
export default function Criteria({ loaderData: p }: Route.ComponentProps) {
  const { locale, m } = useWords()
  return (
    <>
      <title>{`${m.criteriaTitle} – Helhed`}</title>
      <BackLink href={`/projekt/maal?projekt=${p.project.id}`}>{m.back}</BackLink>
      <PageHead title={m.criteriaTitle} lead={m.criteriaLead} />
      {p.projects.length > 1 && <Tabs label={m.choose} items={p.projects.map((one) => ({ href: `/projekt/kriterier?projekt=${one.id}`, label: one.name, current: one.id === p.project.id }))} />}
      <CriteriaTables
        rows={p.criteria}
        name={(r) => (r.figures && r.figures.units > 0 ? <a href={`/projekt/maal/${r.goal.code}?projekt=${p.project.id}`}>{r.goal.label[locale]}</a> : r.goal.label[locale])}
        figure={(r) => <BriefFigure goal={r.goal} figures={r.figures} />}
      />
    </>
  )
}
