import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatRange } from '#app/platform/time/format.ts'
import { PageHead } from '#app/ui/card.tsx'
import { Tabs } from '#app/ui/navigation.tsx'
import { Lanes, LanesLegend } from '../components/lanes.tsx'
import { timelineTexts } from '../messages.ts'
import { readTimeline } from '../read-timeline.server.ts'
import { gathered, inWindow, moved, windowOf, type Zoom } from '../timeline.ts'
import type { Route } from './+types/timeline.ts'

const ZOOM: Record<string, Zoom> = { alt: 'all', aar: 'year', kvartal: 'quarter' }
const CODE: Record<Zoom, string> = { all: 'alt', year: 'aar', quarter: 'kvartal' }

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const search = new URL(request.url).searchParams
  const zoom = ZOOM[search.get('vis') ?? ''] ?? 'all'
  const asked = search.get('til')
  const until = asked && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : null
  const { looks: _, ...line } = await readTimeline(ctx, { caseId: idParam(params.caseId) })
  return { locale: ctx.locale, line, zoom, window: windowOf(zoom, line.lanes, { today: line.today, came: line.came, until }) }
})

/** The family's time line: everybody over the same days, near or far. */
export default function TimelinePage({ loaderData: { locale, line, zoom, window: w } }: Route.ComponentProps) {
  const m = timelineTexts(locale)
  const base = `/familier/${line.caseId}/tidslinje`
  const link = (to: Zoom, until?: string | null) => `${base}?vis=${CODE[to]}${until ? `&til=${until}` : ''}`
  const [before, after] = [moved(zoom, w, line.today, -1), moved(zoom, w, line.today, 1)]
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <PageHead title={m.title} lead={m.lead} action={<a href={`/familier/${line.caseId}/netvaerk`}>{m.network}</a>} />
      <Tabs label={m.zoomLabel} items={(['all', 'year', 'quarter'] as const).map((z) => ({ href: link(z), label: m.zoom[z], current: z === zoom }))} />
      <p className="map-day">
        <strong>{formatRange(locale, w.from, w.to, line.today)}</strong>
        {zoom !== 'all' && before && <a href={link(zoom, before)}>{m.earlier}</a>}
        {zoom !== 'all' && after && <a href={link(zoom, after)}>{m.later}</a>}
      </p>
      <Lanes lanes={zoom === 'all' ? gathered(line.lanes, m.consents) : line.lanes} window={w} today={line.today} />
      <LanesLegend lanes={inWindow(line.lanes, w)} />
    </>
  )
}
