import { NotFound } from '#app/platform/context.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Quote } from '#app/ui/text.tsx'
import { houseNotes } from '../components/board.tsx'
import { ThreeHouses } from '../components/three-houses.tsx'
import { readSituation } from '../read-situation.server.ts'
import { situationTexts, sourceText } from '../situation-words.ts'
import { houses } from '../situation.ts'
import type { Route } from './+types/houses.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const found = await readSituation(ctx, { caseId: idParam(params.caseId) })
  const child = found.people.find((p) => p.id === idParam(params.personId) && p.child)
  if (!child) throw new NotFound('child')
  return { page: found, child, saved: new URL(request.url).searchParams.has('gemt') }
})

/** A child's three houses: a picture of the child's own words. */
export default function Houses({ loaderData: { page: d, child, saved } }: Route.ComponentProps) {
  const locale = useLocale()
  const m = situationTexts(locale)
  const base = `/familier/${d.caseId}/situation`
  const notes = houseNotes(d.notes, child.id)
  const write = (part: string) => `${base}/skriv?felt=${part}&om=${child.id}`
  return (
    <>
      <title>{`${m.housesOf(child.name)} – ${d.familyName}`}</title>
      {saved && <Toast>{m.saved}</Toast>}
      <BackLink href={`${base}#person-${child.id}`}>{m.back}</BackLink>
      <PageHead
        title={m.housesOf(child.name)}
        lead={m.housesLead}
        action={
          d.may.write && (
            <LinkButton variant="primary" href={write('house-good')}>
              {m.housesAdd}
            </LinkButton>
          )
        }
      />
      <ButtonGroup>
        <LinkButton href={`${base}/huse/${child.id}/papir`}>{m.housesPaper}</LinkButton>
      </ButtonGroup>
      {notes.length === 0 ? (
        <EmptyState title={m.housesNone}>{m.housesPaperHow}</EmptyState>
      ) : (
        <>
          <ThreeHouses name={child.name} notes={notes} today={d.today} table={false} />
          <Card title={m.housesWritten}>
            <div className="boxes boxes-3">
              {houses.map((h) => (
                <section key={h} className="box">
                  <div className="box-head">
                    <h3 className="box-title">{m.part[h]}</h3>
                    {d.may.write && (
                      <a className="d-print-none" href={write(h)}>
                        {m.write}
                        <span className="sr-only">: {m.part[h]}</span>
                      </a>
                    )}
                  </div>
                  <ul className="box-notes nobullet-list">
                    {notes
                      .filter((n) => n.part === h)
                      .map((n) => (
                        <li key={n.id}>
                          <Quote small heard={sourceText(locale, d.today, n) ?? undefined}>
                            {n.words}
                          </Quote>
                          <p className="note-line d-print-none">
                            <a href={`${base}/note/${n.id}`}>
                              {m.open}
                              <span className="sr-only">: {n.words}</span>
                            </a>
                          </p>
                        </li>
                      ))}
                  </ul>
                </section>
              ))}
            </div>
          </Card>
        </>
      )}
    </>
  )
}
