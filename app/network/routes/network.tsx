import { pick } from '#app/platform/i18n/messages.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { Note } from '#app/ui/text.tsx'
import { MapDay } from '../components/map-day.tsx'
import { MapFigure } from '../components/map-figure.tsx'
import { WishesCard } from '../components/wishes-card.tsx'
import { askedDay, mapLink } from '../map-address.ts'
import { da, en } from '../messages.ts'
import { readNetwork } from '../read-network.server.ts'
import type { Route } from './+types/network.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const search = new URL(request.url).searchParams
  return {
    locale: ctx.locale,
    network: await readNetwork(ctx, { caseId: idParam(params.caseId), day: askedDay(search) }),
    tableOpen: search.has('tabel'),
    tiesOnPaper: search.get('papir') === 'baand',
    saved: search.has('gemt'),
  }
})

/** The network map of a family: who is around it, on any day; what to do with it below. */
export default function Network({ loaderData: d }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const n = d.network
  const link = mapLink(`/familier/${n.caseId}/netvaerk`)
  const day: Record<string, string> = n.day === n.today ? {} : { dag: n.day }
  const place = { base: link(''), link, tableOpen: d.tableOpen, tiesOnPaper: d.tiesOnPaper }
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      {d.saved && <Toast>{m.saved}</Toast>}
      <PageHead
        title={m.title}
        lead={m.lead}
        action={
          n.may.change && (
            <LinkButton variant="primary" href={link('ny')}>
              {m.add}
            </LinkButton>
          )
        }
      />
      <MapDay day={n.day} today={n.today} link={(to) => link('', to === null ? {} : { dag: to })} />
      <MapFigure page={n} place={place} />
      <ul className="footer-links d-print-none">
        {n.may.drawFor.length > 0 && (
          <li>
            <a href={link('baand')}>{m.tie}</a>
          </li>
        )}
        {n.may.change && (
          <li>
            <a href={link('tegning')}>{m.shapesLink}</a>
          </li>
        )}
        <li>
          <a href={`/familier/${n.caseId}/tidslinje`}>{m.timeline}</a>
        </li>
        {n.seesTies && n.ties.length > 0 && (
          <li>
            <a href={link('', { ...day, ...(d.tiesOnPaper ? {} : { papir: 'baand' }) })}>{d.tiesOnPaper ? m.printWithout : m.printWith}</a>
          </li>
        )}
      </ul>
      {n.seesTies && (
        <div className="d-print-none">
          <Note icon="lock">
            {m.whoSees} {d.tiesOnPaper ? m.printNoteWith : m.printNote}
          </Note>
        </div>
      )}
      <WishesCard page={n} place={place} />
    </>
  )
}
