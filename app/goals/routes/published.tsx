import { proportion } from '#app/platform/calc/groups.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatMonth } from '#app/platform/time/format.ts'
import { Card, CardGrid, EmptyState, PageHead } from '#app/ui/card.tsx'
import { Tabs } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge, Details } from '#app/ui/text.tsx'
import { CriteriaTables } from '../components/criteria-tables.tsx'
import { Purposes } from '../components/purposes.tsx'
import { Changes, KeptLine, ShareFigure, ShareLine, SurveyFigure, targetText, useWords } from '../components/goal-figure.tsx'
import { HowCounted } from '../components/how-counted.tsx'
import type { Published } from '../disclose-goals.ts'
import type { ProjectGoal } from '../goals.ts'
import { type PublishedLine, type PublishedPage, readPublished } from '../read-published.server.ts'
import type { Route } from './+types/published.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => readPublished(ctx, { projectId: new URL(request.url).searchParams.get('projekt') }))

/** How far has the project come? For those who see figures and never a family: steering group and economist. */
export default function PublishedGoals({ loaderData: p }: Route.ComponentProps) {
  const { locale, m } = useWords()
  return (
    <>
      <title>{`${m.publishedTitle} – Helhed`}</title>
      <PageHead title={`${m.publishedTitle}: ${p.project.name}`} lead={p.month ? m.publishedLead(formatMonth(locale, p.month)) : m.publishedNoneText} />
      {p.projects.length > 1 && <Tabs label={m.choose} items={p.projects.map((one) => ({ href: `/maal?projekt=${one.id}`, label: one.name, current: one.id === p.project.id }))} />}
      <Purposes purposes={p.purposes} />
      {p.month === null ? <EmptyState title={m.publishedNone}>{m.publishedNoneText}</EmptyState> : <Months p={p} />}
      <p className="note">{m.smallest(p.smallest)}</p>
      <p className="note">{m.notFamilies}</p>
    </>
  )
}

function Months({ p }: { p: PublishedPage }) {
  const { locale, m } = useWords()
  return (
    <>
      <section aria-labelledby="goals">
        <h2 id="goals">{m.goalsTitle}</h2>
        <CardGrid columns={2}>
          {p.goals.map((line) => (
            <Card key={line.goal.code} level={3} title={line.goal.label[locale]} aside={line.now?.standing && <Badge>{m.standing[line.now.standing]}</Badge>}>
              <p>{line.goal.text[locale]}</p>
              <p className="note">{targetText(m, line.goal)}</p>
              <Shown line={line} p={p} />
              <Details summary={m.howCounted}>
                <HowCounted goal={line.goal} labels={p.labels} />
              </Details>
            </Card>
          ))}
        </CardGrid>
      </section>
      <section aria-labelledby="criteria">
        <h2 id="criteria">{m.criteriaTitle}</h2>
        <CriteriaTables rows={p.criteria} name={(line) => line.goal.label[locale]} figure={(line) => <Shown line={line} p={p} brief />} />
      </section>
    </>
  )
}

function Shown({ line, p, brief }: { line: PublishedLine; p: PublishedPage; brief?: boolean }) {
  const { locale, m } = useWords()
  const method = line.goal.definition?.method
  if (method === 'costs') return <p className="note">{m.costsLater}</p>
  if (method === 'survey') return <SurveyFigure survey={p.survey} />
  if (!line.now) return <p className="note">{m.hidden}</p>
  return (
    <>
      <Figure goal={line.goal} f={line.now} p={p} brief={brief === true} />
      {line.last && (
        <>
          <p className="note">{m.lastShown(formatMonth(locale, line.last.month))}</p>
          <Figure goal={line.goal} f={line.last.figures} p={p} brief />
        </>
      )}
    </>
  )
}

function Figure({ goal, f, p, brief }: { goal: ProjectGoal; f: Published; p: PublishedPage; brief: boolean }) {
  const { m } = useWords()
  if (f.n === 0) return <p className="note">{m.standing['nobody']}</p>
  if (f.n === null) return <p>{m.hidden}</p>
  if (f.x === null) return brief ? <p>{m.hiddenPart(f.n)}</p> : <><p>{m.hiddenPart(f.n)}</p><Around f={f} p={p} /></>
  const share = { x: f.x, n: f.n, ...proportion(f.x, f.n) }
  if (brief) return <p><ShareLine share={share} fewest={goal.definition?.fewest} /></p>
  const judgedByMean = goal.definition?.method === 'change' && goal.definition.judged !== 'share-improved'
  return (
    <>
      <ShareFigure share={share} target={judgedByMean ? null : goal.measure === 'count-at-most' ? 100 : goal.target} />
      <Around f={f} p={p} />
    </>
  )
}

/** What stands beside the number: how long, from what to what, by age. */
function Around({ f, p }: { f: Published; p: PublishedPage }) {
  const { m } = useWords()
  return (
    <>
      {f.kept && <KeptLine kept={f.kept} />}
      {f.changes && <Changes changes={f.changes} labels={p.labels} />}
      {f.median !== null && <p className="note">{m.middleOthers(f.median)}</p>}
      {f.groups && <Groups groups={f.groups} />}
    </>
  )
}

function Groups({ groups }: { groups: NonNullable<Published['groups']> }) {
  const { m } = useWords()
  return (
    <Table
      caption={m.groupsTitle}
      compact
      rows={groups}
      rowKey={(g) => g.group}
      columns={[
        { key: 'ages', label: m.ages, rowHeader: true, cell: (g) => (g.group.endsWith('-120') ? m.yearsFrom(g.group.split('-')[0]!) : m.years(g.group)) },
        { key: 'x', label: m.reached, numeric: true, cell: (g) => g.x ?? m.hidden },
        { key: 'n', label: m.people, numeric: true, cell: (g) => g.n },
      ]}
    />
  )
}
