import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatMonth } from '#app/platform/time/format.ts'
import { ButtonGroup, LinkButton } from '#app/ui/button.tsx'
import { Card, CardGrid, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink, Pagination, Tabs } from '#app/ui/navigation.tsx'
import { Details } from '#app/ui/text.tsx'
import { StatusMatrix } from '../components/status-matrix.tsx'
import { readStatus, type StatusPage } from '../read-status.server.ts'
import { da, en } from '../status-messages.ts'
import type { Route } from './+types/status.ts'

/** What the address says in Danish words. */
const VIEW: Record<string, StatusPage['view']> = { startmaaling: 'baseline', mangler: 'gaps' }

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const asked = new URL(request.url).searchParams
  const r = await readStatus(ctx, { projectId: asked.get('projekt'), view: VIEW[asked.get('vis') ?? ''] ?? 'all', page: asked.get('side') })
  // Who it was about is for the log.
  return { ...r, families: r.families.map((f) => ({ ...f, people: [], shelves: [] })) }
})

/** Are the months of every family full, in time and plausible? (PROG-04) */
export default function Status({ loaderData: p }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { counts: c } = p
  const address = (view: string, page = 1) => `/projekt/status?projekt=${p.project.id}${view === '' ? '' : `&vis=${view}`}${page === 1 ? '' : `&side=${page}`}`
  const here = Object.entries(VIEW).find(([, view]) => view === p.view)?.[0] ?? ''
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <BackLink href={`/projekt?projekt=${p.project.id}`}>{m.back}</BackLink>
      <PageHead title={m.title} lead={m.lead} />
      {p.projects.length > 1 && <Tabs label={m.choose} items={p.projects.map((one) => ({ href: `/projekt/status?projekt=${one.id}`, label: one.name, current: one.id === p.project.id }))} />}
      <CardGrid columns={3}>
        <Card title={m.full(formatMonth(locale, p.due))}>
          <p className="big-number">{m.of(c.dueFull, c.dueOf)}</p>
          <p className="note">{m.fullNote(c.dueFilled, c.dueAsked)}</p>
        </Card>
        <Card title={m.baseline}>
          <p className="big-number">{m.of(c.baselineInTime, c.baselineOf)}</p>
          <p className="note">{m.baselineNote(p.days)}</p>
        </Card>
        <Card title={m.lacksBaseline} accent={c.baselineLacks > 0}>
          <p className="big-number">{c.baselineLacks > 0 ? <a href={address('startmaaling')}>{c.baselineLacks}</a> : 0}</p>
          <p className="note">{m.lacksBaselineNote}</p>
        </Card>
      </CardGrid>
      <Tabs label={m.viewLabel} items={['', ...Object.keys(VIEW)].map((view) => ({ href: address(view), label: m.views[VIEW[view] ?? 'all'] ?? view, current: view === here }))} />
      {p.families.length === 0 ? (
        <EmptyState title={m.none}>{p.view === 'all' ? m.noneText : m.noneLack}</EmptyState>
      ) : (
        <StatusMatrix families={p.families} months={p.months} today={p.today} />
      )}
      {p.pages > 1 && <Pagination page={p.page} pages={p.pages} href={(n) => address(here, n)} />}
      <Details summary={m.legendTitle}>
        <ul>
          {m.legend.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Details>
      <ButtonGroup>
        <LinkButton href={`/projekt/sammenligning?projekt=${p.project.id}`}>{m.toCompare}</LinkButton>
        <LinkButton href={`/projekt/udtraek?projekt=${p.project.id}`}>{m.toExtract}</LinkButton>
      </ButtonGroup>
    </>
  )
}
