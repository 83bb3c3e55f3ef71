import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton } from '#app/ui/button.tsx'
import { Card, CardGrid, EmptyState, PageHead } from '#app/ui/card.tsx'
import { BackLink, Tabs } from '#app/ui/navigation.tsx'
import { Badge, Details } from '#app/ui/text.tsx'
import { Purposes } from '../components/purposes.tsx'
import { GoalFigure, targetText, useWords } from '../components/goal-figure.tsx'
import { HowCounted } from '../components/how-counted.tsx'
import { type GoalsPage, readGoals } from '../read-goals.server.ts'
import type { Route } from './+types/goals.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => readGoals(ctx, { projectId: new URL(request.url).searchParams.get('projekt') }))

type Part = { p: GoalsPage }
const goalLink = (p: GoalsPage, code: string): string => `/projekt/maal/${code}?projekt=${p.project.id}`

/** How far has the project come with its goals? Each figure opens to those it was counted from. */
export default function Goals({ loaderData: p }: Route.ComponentProps) {
  const { m } = useWords()
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <BackLink href={`/projekt?projekt=${p.project.id}`} />
      <PageHead title={m.title} lead={m.lead} />
      {p.projects.length > 1 && <Tabs label={m.choose} items={p.projects.map((one) => ({ href: `/projekt/maal?projekt=${one.id}`, label: one.name, current: one.id === p.project.id }))} />}
      <Frame p={p} />
      <section aria-labelledby="goals">
        <h2 id="goals">{m.goalsTitle}</h2>
        {p.goals.length === 0 ? <EmptyState title={m.goalsTitle}>{m.noGoals}</EmptyState> : <OwnGoals p={p} />}
      </section>
      <ButtonGroup>
        <LinkButton href={`/projekt/kriterier?projekt=${p.project.id}`}>{m.toCriteria}</LinkButton>
        <LinkButton href={`/maal?projekt=${p.project.id}`}>{m.toPublished}</LinkButton>
        <LinkButton href={`/projekt/virker?projekt=${p.project.id}`}>{m.toWorks}</LinkButton>
      </ButtonGroup>
    </>
  )
}

function Frame({ p }: Part) {
  const { m } = useWords()
  return (
    <CardGrid columns={2}>
      <Purposes purposes={p.purposes} />
      {p.scale && (
        <Card title={m.scale}>
          <p>{m.scaleSays(p.families, p.scale.least, p.scale.most, p.scale.within)}</p>
          <p className="note">{m.ever(p.ever)}</p>
        </Card>
      )}
    </CardGrid>
  )
}

function OwnGoals({ p }: Part) {
  const { locale, m } = useWords()
  return (
    <CardGrid columns={2}>
      {p.goals.map(({ goal, figures }) => (
        <Card
          key={goal.code}
          level={3}
          id={goal.code}
          title={goal.label[locale]}
          aside={figures && <Badge>{m.standing[figures.standing]}</Badge>}
          footer={
            figures && figures.standing !== 'not-counted' ? (
              <a href={goalLink(p, goal.code)}>
                {m.open}
                <span className="sr-only"> {goal.label[locale]}</span>
              </a>
            ) : undefined
          }
        >
          <p>{goal.text[locale]}</p>
          <p className="note">{targetText(m, goal)}</p>
          <GoalFigure goal={goal} figures={figures} labels={p.labels} survey={p.survey} />
          <Details summary={m.howCounted}>
            <HowCounted goal={goal} labels={p.labels} />
          </Details>
        </Card>
      ))}
    </CardGrid>
  )
}
