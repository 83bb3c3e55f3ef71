import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { LineTable } from '../components/line-table.tsx'
import { useWords } from '../components/words.ts'
import { readInstruments } from '../read-instruments.server.ts'
import type { Route } from './+types/instruments.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const { scores: _, ...found } = await readInstruments(ctx, { caseId: idParam(params.caseId) })
  const asked = new URL(request.url).searchParams
  return { page: found, takenBack: asked.has('tilbage'), stale: asked.has('rettet') }
})

/** What have we measured with forms, and has it moved? */
export default function Instruments({ loaderData: { page: d, takenBack, stale } }: Route.ComponentProps) {
  const { m } = useWords()
  const measured = d.people.filter((p) => p.lines.length > 0)
  const add = d.may.write && <LinkButton href={`/familier/${d.caseId}/udvikling/skemaer/ny`} variant="primary">{m.add}</LinkButton>
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      {takenBack && <Toast>{m.takenBack}</Toast>}
      {stale && <Alert tone="warning">{m.stale}</Alert>}
      <BackLink href={`/familier/${d.caseId}/udvikling`}>{m.back}</BackLink>
      <PageHead title={m.title} lead={m.lead} action={measured.length > 0 ? add : undefined} />
      {measured.length === 0 ? (
        <EmptyState title={m.none} action={add}>{m.noneBody}</EmptyState>
      ) : (
        d.people.map(({ person, lines }) => (
          <section key={person.id}>
            <h2>{person.name}</h2>
            {lines.length === 0 ? <p>{m.noneForPerson}</p> : <LineTable page={d} lines={lines} name={person.name} />}
          </section>
        ))
      )}
    </>
  )
}
