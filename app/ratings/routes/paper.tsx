import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { ratingTexts } from '../messages.ts'
import { readRateFor } from '../read-ratings.server.ts'
import type { Route } from './+types/paper.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const { caseId, person, questions } = await readRateFor(ctx, { caseId: idParam(params.caseId), personId: idParam(params.personId) })
  return { caseId, person, questions }
})

/** The questions on one sheet of paper, to put rings around numbers. */
export default function RatingPaper({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = ratingTexts(locale)
  return (
    <>
      <title>{`${m.paperTitle(d.person.name)} – Helhed`}</title>
      <div className="d-print-none">
        <BackLink href={`/familier/${d.caseId}/udvikling/egen`}>{m.back}</BackLink>
        <Note icon="print">{m.paperPrint}</Note>
      </div>
      <h1>{m.paperTitle(d.person.name)}</h1>
      <p className="font-lead">{m.paperHow}</p>
      {d.questions.map((q) => (
        <section key={q.code} className="keep-together">
          <h2 className="h3">{q.text[locale]}</h2>
          <ol className="rating-paper">
            {Array.from({ length: 11 }, (_, n) => (
              <li key={n}>{n}</li>
            ))}
          </ol>
          <p>{m.scale(q.low[locale], q.high[locale])}</p>
          <div className="paper-lines" />
        </section>
      ))}
      <p>{m.paperDate}: ______________</p>
    </>
  )
}
