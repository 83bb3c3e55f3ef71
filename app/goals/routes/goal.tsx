import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatMonth, formatShortDate } from '#app/platform/time/format.ts'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { BackLink, Pagination, Tabs } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { GoalFigure, targetText, useWords } from '../components/goal-figure.tsx'
import { HowCounted } from '../components/how-counted.tsx'
import { type GoalPage, readGoal } from '../read-goal.server.ts'
import type { Route } from './+types/goal.ts'

export const loader = page(async ({ ctx, request, params }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  return readGoal(ctx, { code: params.code ?? '', projectId: query.get('projekt'), outcome: query.get('udfald'), page: query.get('side') })
})

type Row = GoalPage['rows'][number]

/** One goal: how it is counted, who is counted, and the registrations behind each. */
export default function Goal({ loaderData: p }: Route.ComponentProps) {
  const { locale, m } = useWords()
  const address = (outcome: string | null, at = 1) => `/projekt/maal/${p.goal.code}?projekt=${p.project.id}${outcome ? `&udfald=${outcome}` : ''}${at > 1 ? `&side=${at}` : ''}`
  const all = p.counts.reduce((s, c) => s + c.n, 0)
  return (
    <>
      <title>{`${p.goal.label[locale]} – Helhed`}</title>
      <BackLink href={`/projekt/maal?projekt=${p.project.id}`}>{m.back}</BackLink>
      <PageHead title={p.goal.label[locale]} lead={p.goal.text[locale]} />
      <Card title={p.figures ? (m.standing[p.figures.standing] ?? m.figure) : m.figure}>
        <p className="note">{targetText(m, p.goal)}</p>
        <GoalFigure goal={p.goal} figures={p.figures} labels={p.labels} />
        <HowCounted goal={p.goal} labels={p.labels} />
      </Card>
      <section aria-labelledby="who">
        <h2 id="who">{m.who}</h2>
        <Tabs
          label={m.counts}
          items={[{ href: address(null), label: `${m.all} (${all})`, current: p.outcome === null }, ...p.counts.filter((c) => c.n > 0).map((c) => ({ href: address(c.outcome), label: `${m.outcome[c.outcome]} (${c.n})`, current: p.outcome === c.outcome }))]}
        />
        <Table
          caption={m.who}
          hideCaption
          rows={p.rows}
          rowKey={(r) => `${r.caseId}.${r.personId ?? 0}`}
          empty={<EmptyState title={m.none}>{m.noneText}</EmptyState>}
          columns={[
            { key: 'family', label: m.family, rowHeader: true, cell: (r) => <a href={`/familier/${r.caseId}`}>{r.family}</a> },
            { key: 'person', label: m.person, cell: (r) => (r.personId === null ? m.wholeFamily : [r.person, r.age !== null && m.age(r.age)].filter(Boolean).join(', ')) },
            { key: 'counts', label: m.counts, cell: (r) => <Counts row={r} /> },
            { key: 'behind', label: m.behind, cell: (r) => <Behind row={r} p={p} /> },
          ]}
        />
        {p.pages > 1 && <Pagination page={p.page} pages={p.pages} href={(n) => address(p.outcome, n)} />}
      </section>
    </>
  )
}

function Counts({ row }: { row: Row }) {
  const { m } = useWords()
  const more = [row.why && m.why[row.why], row.kept && m.keptState[row.kept.state], row.pairs.some((p) => p.late) && m.lateFirst, row.count !== null && m.others(row.count), !row.here && m.left].filter((t) => typeof t === 'string')
  return (
    <>
      {m.outcome[row.outcome]}
      {more.length > 0 && <div className="note">{more.join(', ')}</div>}
    </>
  )
}

/** Each registration, where it stands in the family. */
function Behind({ row, p }: { row: Row; p: GoalPage }) {
  const { locale, m, number } = useWords()
  if (row.evidence.length === 0) return <span className="note">{m.nothingBehind}</span>
  return (
    <ul className="nobullet-list">
      {row.evidence.map((e) => (
        <li key={`${e.kind}.${e.id}`}>
          {e.kind === 'spell' && (
            <a href={`/familier/${row.caseId}/personer/${e.what.personId ?? row.personId}/forloeb/${e.id}`}>
              {e.what.text || e.code} {m.since(formatShortDate(locale, e.on, p.today), e.until ? formatShortDate(locale, e.until, p.today) : null)}
            </a>
          )}
          {e.kind === 'indicator' && (
            <a href={`/familier/${row.caseId}/registrering?maaned=${e.on.slice(0, 7)}`}>
              {formatMonth(locale, e.on)}: {e.value == null ? e.choice : number(e.value, 1)}
            </a>
          )}
          {e.kind === 'rating' && (
            <a href={`/familier/${row.caseId}/udvikling/egen`}>
              {formatShortDate(locale, e.on, p.today)}: {p.labels[e.code]?.label[locale] ?? e.code} {number(e.value ?? 0)}
            </a>
          )}
          {e.kind === 'goal' && <a href={`/familier/${row.caseId}/plan`}>{m.ownGoal}</a>}
        </li>
      ))}
    </ul>
  )
}
