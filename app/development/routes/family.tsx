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

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const { personIds: _people, shelfIds: _shelves, ...found } = await readDevelopment(ctx, { caseId: idParam(params.caseId) })
  return found
})

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
          <Note icon="info">{m.stepNote}</Note>
        </>
      ) : (
        <EmptyState title={d.may.write ? m.nothing : m.nothingSeen}>{d.may.write ? m.nothingBody : m.nothingSeenBody}</EmptyState>
      )}
      <Goals goals={d.goals} caseId={d.caseId} choose={d.may.write} />
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

type GoalProps = { goals: Route.ComponentProps['loaderData']['goals']; caseId: number; choose: boolean }
/** Each goal of the plan with its measure since the beginning (PLAN-12). */
function Goals({ goals, caseId, choose }: GoalProps) {
  const m = pick(useLocale(), { da, en })
  if (goals.length === 0) return null
  const unset = goals.filter((g) => g.text === null)
  return (
    <section aria-labelledby="maal">
      <h2 id="maal">{m.goals}</h2>
      <p>{m.goalsLead}</p>
      <GoalList goals={goals.filter((g) => g.text !== null)} caseId={caseId} choose={choose} />
      {unset.length > 0 && (
        <Details summary={m.goalsUnset(unset.length)}>
          <GoalList goals={unset} caseId={caseId} choose={choose} />
        </Details>
      )}
    </section>
  )
}

function GoalList({ goals, caseId, choose }: GoalProps) {
  const m = pick(useLocale(), { da, en })
  return (
    <ul>
      {goals.map((g) => (
        <li key={g.id} className="keep-together">
          <strong>{g.title || m.noTitle}</strong>
          <br />
          {g.text && `${g.text}. `}
          {choose && (
            <a className="d-print-none" href={`/familier/${caseId}/udvikling/maal/${g.id}`}>
              {g.text ? m.changeMeasure : m.chooseMeasure}
              <span className="sr-only"> {m.aboutGoal(g.title || m.noTitle)}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Pages about measuring. Each has its way back here. */
const PLACES = ['egen', 'fremmoede', 'udfordringer', 'skemaer', 'maalskala'] as const
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
