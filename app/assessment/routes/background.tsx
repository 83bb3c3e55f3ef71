import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate, formatShortDate } from '#app/platform/time/format.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Board, houseNotes } from '../components/board.tsx'
import { ThreeHouses } from '../components/three-houses.tsx'
import { readBackground } from '../read-situation.server.ts'
import { situationTexts } from '../situation-words.ts'
import type { Route } from './+types/background.ts'

/** `?udgave=2`: as it stood when that version of the plan was agreed. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => ({
  page: await readBackground(ctx, { caseId: idParam(params.caseId), number: new URL(request.url).searchParams.get('udgave') }),
}))

/** The background note of the plan, for the table: the same page without buttons. */
export default function BackgroundPage({ loaderData: { page: d } }: Route.ComponentProps) {
  const locale = useLocale()
  const m = situationTexts(locale)
  const base = `/familier/${d.caseId}/situation`
  const date = (day: string) => formatShortDate(locale, day, d.today)
  const children = d.people.filter((p) => p.child && houseNotes(d.notes, p.id).length > 0)
  return (
    <>
      <title>{`${m.background} – ${d.familyName}`}</title>
      <BackLink href={base}>{m.back}</BackLink>
      <PageHead title={m.background} lead={d.version ? m.backgroundOf(d.version.number, formatDate(locale, d.version.agreedOn)) : m.backgroundNow} />
      <p className="note-line">{m.printed(formatDate(locale, d.today))}</p>
      {d.versions.length > 0 && (
        <nav aria-label={m.backgroundPick} className="d-print-none">
          <ul>
            {d.version && (
              <li>
                <a href={`${base}/baggrund`}>{m.backgroundNow}</a>
              </li>
            )}
            {d.versions
              .filter((v) => v.number !== d.version?.number)
              .map((v) => (
                <li key={v.id}>
                  <a href={`${base}/baggrund?udgave=${v.number}`}>{m.backgroundOf(v.number, date(v.agreedOn))}</a>
                </li>
              ))}
          </ul>
        </nav>
      )}
      {d.notes.length + d.scales.length === 0 ? (
        <EmptyState title={m.backgroundNone}>{m.backgroundLead}</EmptyState>
      ) : (
        <>
          <Board people={d.people} notes={d.notes} scales={d.scales} carried={d.carried} today={d.today} />
          {children.map((p) => (
            <section key={p.id} className="keep-together">
              <h2>{m.housesOf(p.name)}</h2>
              <ThreeHouses name={p.name} notes={houseNotes(d.notes, p.id)} today={d.today} />
            </section>
          ))}
        </>
      )}
    </>
  )
}
