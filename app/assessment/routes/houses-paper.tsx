import { NotFound } from '#app/platform/context.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { EmptyHouses } from '../components/three-houses.tsx'
import { readSituation } from '../read-situation.server.ts'
import { situationTexts } from '../situation-words.ts'
import type { Route } from './+types/houses-paper.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const found = await readSituation(ctx, { caseId: idParam(params.caseId) })
  const child = found.people.find((p) => p.id === idParam(params.personId) && p.child)
  if (!child) throw new NotFound('child')
  return { caseId: found.caseId, child }
})

/** Three empty houses on one sheet of paper. */
export default function HousesPaper({ loaderData: { caseId, child } }: Route.ComponentProps) {
  const m = situationTexts(useLocale())
  return (
    <>
      <title>{m.housesOf(child.name)}</title>
      <div className="d-print-none">
        <BackLink href={`/familier/${caseId}/situation/huse/${child.id}`}>{m.back}</BackLink>
        <Note icon="print">{m.housesPaperHow}</Note>
      </div>
      <h1>{m.housesOf(child.name)}</h1>
      <EmptyHouses />
      <p>
        {m.heardBy} ______________________________ {m.date}: ______________
      </p>
    </>
  )
}
