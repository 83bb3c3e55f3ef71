import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink, Tabs } from '#app/ui/navigation.tsx'
import { AfterTabs, CriteriaTables, HowCounted } from '../components/criteria-table.tsx'
import { da, en } from '../messages.ts'
import { readOwnCriteria } from '../read-own-criteria.server.ts'
import type { Route } from './+types/own-criteria.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const { searchParams } = new URL(request.url)
  return readOwnCriteria(ctx, { after: searchParams.get('efter'), projectId: searchParams.get('projekt') })
})

/** The project manager's own families on the criteria the country is followed on. */
export default function OwnCriteriaPage({ loaderData: d }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  return (
    <>
      <title>{`${m.ownTitle} – Helhed`}</title>
      <BackLink href={`/projekt?projekt=${d.project.id}`}>{m.backToProject}</BackLink>
      <PageHead title={m.ownTitle} lead={m.ownLead} />
      {d.projects.length > 1 && <Tabs label={m.choose} items={d.projects.map((p) => ({ href: `/projekt/siden-start?projekt=${p.id}&efter=${d.after}`, label: p.name, current: p.id === d.project.id }))} />}
      <AfterTabs base={`/projekt/siden-start?projekt=${d.project.id}`} after={d.after} />
      <CriteriaTables criteria={d.criteria} after={d.after} />
      <HowCounted smallest={d.smallest} />
    </>
  )
}
