import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Quote } from '#app/ui/text.tsx'
import { readSituation } from '../read-situation.server.ts'
import { isOwnWords, situationTexts } from '../situation-words.ts'
import { boxes, columns, familyFirst } from '../situation.ts'
import type { Route } from './+types/prepare.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => ({
  page: await readSituation(ctx, { caseId: idParam(params.caseId) }),
}))

/** The preparation form on paper (KOO-10): a sheet for each member to fill in together, with what the family has already said. */
export default function Prepare({ loaderData: { page: d } }: Route.ComponentProps) {
  const m = situationTexts(useLocale())
  const said = (part: string, personId: number | null) =>
    familyFirst(d.notes.filter((n) => n.part === part && n.personId === personId && isOwnWords(n) && n.category !== 'health'))
  const box = (part: (typeof boxes)[number] | (typeof columns)[number], personId: number | null) => (
    <section key={part} className="box keep-together">
      <h3 className="box-title">{m.part[part]}</h3>
      <p className="form-hint">{m.partHint[part]}</p>
      {said(part, personId).map((n) => (
        <Quote key={n.id} small>
          {n.words}
        </Quote>
      ))}
      <div className="paper-lines" aria-hidden="true" />
    </section>
  )
  const scale = '0   1   2   3   4   5   6   7   8   9   10'
  return (
    <>
      <title>{m.prepareTitle}</title>
      <BackLink href={`/familier/${d.caseId}/situation`}>{m.back}</BackLink>
      <h1>{m.prepareTitle}</h1>
      <p>{m.prepareLead}</p>
      {d.people
        .filter((p) => p.family)
        .map((p) => (
          <section key={p.id} className="sheet">
            <h2>{m.prepareWhose(p.name)}</h2>
            <div className="boxes">{boxes.map((b) => box(b, p.id))}</div>
            <p>
              {m.scale} <span className="paper-scale">{scale}</span>
            </p>
          </section>
        ))}
      <section className="sheet">
        <h2>{m.columnsTitle}</h2>
        <div className="boxes boxes-3">{columns.map((c) => box(c, null))}</div>
      </section>
    </>
  )
}
