import { MapDay } from '#app/network/components/map-day.tsx'
import { MapFigure } from '#app/network/components/map-figure.tsx'
import { WishesCard } from '#app/network/components/wishes-card.tsx'
import { askedDay, mapLink } from '#app/network/map-address.ts'
import { networkTexts } from '#app/network/map-words.ts'
import type { NetworkPage } from '#app/network/network.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { ChooseCase } from '../components/choose-case.tsx'
import { inCase, portalTexts } from '../portal-words.ts'
import { readMyNetwork } from '../read-my-network.server.ts'
import type { Route } from './+types/network.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const search = new URL(request.url).searchParams
  return {
    found: await readMyNetwork(ctx, { caseId: search.get('sag'), day: askedDay(search) }),
    tableOpen: search.has('tabel'),
    tiesOnPaper: search.get('papir') === 'baand',
    saved: search.has('gemt'),
  }
})

/** "Hvem er omkring os?", for a telephone. */
export default function MyNetwork({ loaderData: d }: Route.ComponentProps) {
  return d.found.page === null ? <ChooseCase cases={d.found.cases} path="/min/netvaerk" /> : <Mine n={d.found.page} {...d} />
}

function Mine({ n, tableOpen, tiesOnPaper, saved }: { n: NetworkPage; tableOpen: boolean; tiesOnPaper: boolean; saved: boolean }) {
  const locale = useLocale()
  const m = networkTexts(locale)
  const sag = { sag: String(n.caseId) }
  const link = mapLink('/min/netvaerk', sag)
  const place = { base: link(''), link, tableOpen, tiesOnPaper }
  return (
    <>
      <title>{m.mine}</title>
      {saved && <Toast>{m.saved}</Toast>}
      <BackLink href={inCase('/min/plan', n.caseId)}>{portalTexts(locale).back}</BackLink>
      <PageHead
        title={m.mine}
        lead={m.mineLead}
        action={
          n.may.drawFor.length > 0 && (
            <LinkButton variant="primary" href={link('baand')}>
              {m.tie}
            </LinkButton>
          )
        }
      />
      <MapFigure page={n} place={place} />
      <div className="d-print-none">
        <Note icon="lock">
          {m.whoSeesMine} {tiesOnPaper ? m.printNoteWith : m.printNote}
        </Note>
      </div>
      {n.ties.length > 0 && (
        <p className="d-print-none">
          <a href={link('', tiesOnPaper ? {} : { papir: 'baand' })}>{tiesOnPaper ? m.printWithout : m.printWith}</a>
        </p>
      )}
      <WishesCard page={n} place={place} />
      <MapDay day={n.day} today={n.today} link={(to) => link('', to === null ? {} : { dag: to })} hidden={sag} />
    </>
  )
}
