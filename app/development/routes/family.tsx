import { pick } from '#app/platform/i18n/messages.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { CardGrid, EmptyState, LinkCard, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Details, Note } from '#app/ui/text.tsx'
import { MemberCard } from '../components/member-card.tsx'
import { da, en } from '../messages.ts'
import { readDevelopment } from '../read-development.server.ts'
import type { Route } from './+types/family.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readDevelopment(ctx, { caseId: idParam(params.caseId) }))

/** The family picture: how does it go for each of them? */
export default function FamilyDevelopment({ loaderData: d }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  const base = `/familier/${d.caseId}`
  const measured = d.members.some((p) => p.lines.length > 0)
  const register = d.may.write && (
    <LinkButton variant="primary" href={`${base}/registrering`}>
      {m.register}
    </LinkButton>
  )
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <PageHead title={m.title} lead={measured ? m.lead : undefined} action={register} />
      {measured ? (
        <>
          <CardGrid columns={2}>
            {d.members.map((p) => (
              <MemberCard key={p.id} member={p} today={d.today} href={`${base}/udvikling/${p.id}`} />
            ))}
          </CardGrid>
          {d.members.some((p) => p.pairs.length > 0) && <Note icon="info">{m.bestUp}</Note>}
        </>
      ) : (
        <EmptyState title={d.may.write ? m.nothing : m.nothingSeen}>{d.may.write ? m.nothingBody : m.nothingSeenBody}</EmptyState>
      )}
      <Elsewhere base={base} />
      <Details summary={m.audiences}>
        <ul>
          {m.audienceList.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Details>
    </>
  )
}

/** Pages about measuring. Each has its way back here. */
const PLACES = ['egen'] as const
function Elsewhere({ base }: { base: string }) {
  const m = pick(useLocale(), { da, en })
  return (
    <section aria-labelledby="mere" className="d-print-none">
      <h2 id="mere">{m.elsewhere}</h2>
      <CardGrid columns={3}>
        {(['registrering', ...PLACES] as const).map((place) => (
          <LinkCard key={place} href={place === 'registrering' ? `${base}/registrering` : `${base}/udvikling/${place}`} title={m.places[place][0]}>
            {m.places[place][1]}
          </LinkCard>
        ))}
      </CardGrid>
    </section>
  )
}
