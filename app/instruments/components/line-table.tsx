import { formatShortDate } from '#app/platform/time/format.ts'
import { Table } from '#app/ui/table.tsx'
import { Badge } from '#app/ui/text.tsx'
import type { InstrumentsPage, Line } from '../read-instruments.server.ts'
import { inWords } from '../score-words.ts'
import { changeText, useWords, whoAnswered } from './words.ts'

/** The newest score of each form of one person. */
export function LineTable({ page: d, lines, name }: { page: InstrumentsPage; lines: readonly Line[]; name: string }) {
  const { locale, m } = useWords()
  return (
    <Table
      caption={name}
      hideCaption
      rows={lines}
      rowKey={(l) => l.score.id}
      columns={[
        {
          key: 'what',
          label: m.whatIs,
          rowHeader: true,
          cell: (l) => (
            <>
              <a href={`/familier/${d.caseId}/udvikling/skemaer/${l.score.id}`}>{l.label[locale]}</a>
              <span className="value-last"> {whoAnswered(locale, l.score)}</span>
            </>
          ),
        },
        { key: 'score', label: m.score, cell: (l) => <Values page={d} line={l} /> },
        { key: 'change', label: m.change, cell: (l) => <Changes page={d} line={l} /> },
        { key: 'when', label: m.when, cell: (l) => `${formatShortDate(locale, l.score.answeredOn, d.today)} · ${m.times(l.count)}` },
      ]}
    />
  )
}

function Values({ page: d, line }: { page: InstrumentsPage; line: Line }) {
  const { locale, m } = useWords()
  const set = d.norms.find((n) => n.code === line.score.normSet)
  return (
    <>
      {line.values.map((v) => {
        const band = set?.bands.find((b) => b.code === v.band)?.label[locale]
        return (
          <div key={v.label.da}>
            {line.values.length > 1 && `${v.label[locale]}: `}
            <strong>{v.value === null ? m.noScore : m.of(inWords(locale, v.value), inWords(locale, v.range[1]))}</strong>
            {band && ` · ${band}`}
          </div>
        )
      })}
      {line.values.length === 0 && m.noScore}
      {set && <div className="value-last">{m.normUsed(set.label[locale])}</div>}
      {line.talk && <Badge tone="accent">{m.talk}</Badge>}
    </>
  )
}

function Changes({ page: d, line }: { page: InstrumentsPage; line: Line }) {
  const { locale, m } = useWords()
  const changed = line.values.filter((v) => v.change !== null)
  if (changed.length === 0) return <>{m.first}</>
  return (
    <>
      {changed.map((v) => (
        <div key={v.label.da}>
          {line.values.length > 1 && `${v.label[locale]}: `}
          {v.change && changeText(locale, v.change, d.today)}
          <div className="value-last">
            {[v.change?.needed ? m.needs(inWords(locale, v.change.needed)) : null, v.forGroups === null ? null : m.forGroups(inWords(locale, v.forGroups))].filter(Boolean).join(' ')}
          </div>
        </div>
      ))}
    </>
  )
}
