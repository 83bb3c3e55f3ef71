import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { formatNumber } from '#app/platform/i18n/words.ts'
import { EmptyState } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Table } from '#app/ui/table.tsx'
import { da, en } from '../comparison-messages.ts'
import type { ComparisonRow } from '../read-comparison.server.ts'

/** A change with its sign; one decimal more than a step of a scale. */
const signed = (locale: Locale, v: number) => `${v > 0 ? '+' : v < 0 ? '−' : ''}${formatNumber(locale, Math.abs(v), 2)}`

/** How the families and the group moved, and the difference with what can be said about it. */
export function ComparisonTable({ rows, fewest }: { rows: readonly ComparisonRow[]; fewest: number }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const moved = (g: { before: number; after: number; people: number }, change: number) => (
    <>
      {m.moved(formatNumber(locale, g.before, 2), formatNumber(locale, g.after, 2), signed(locale, change))}
      <span className="matrix-until">{m.people(g.people)}</span>
    </>
  )
  return (
    <Table
      caption={m.resultTitle}
      hideCaption
      rows={rows}
      rowKey={(r) => r.id}
      empty={<EmptyState title={m.noFigures}>{m.noFiguresText}</EmptyState>}
      columns={[
        {
          key: 'measure',
          label: m.measure,
          rowHeader: true,
          cell: (r) => (
            <>
              {r.label[locale]}, {m.after(r.afterMonths)}
              <span className="matrix-until">{r.higherIsBetter ? m.higher : m.lower}</span>
            </>
          ),
        },
        { key: 'own', label: m.own, cell: (r) => (r.own && r.compared ? moved(r.own, r.compared.ownChange) : m.noOwn) },
        { key: 'theirs', label: m.theirs, cell: (r) => moved(r.theirs, r.theirs.after - r.theirs.before) },
        { key: 'difference', label: m.difference, cell: (r) => <Difference r={r} fewest={fewest} /> },
        { key: 'source', label: m.source, cell: (r) => r.source },
      ]}
    />
  )
}

function Difference({ r, fewest }: { r: ComparisonRow; fewest: number }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const c = r.compared
  if (!c) return <>–</>
  const words = c.tooFew ? m.tooFew(fewest) : c.verdict === null ? m.noSpread : (m.verdicts[c.verdict] ?? '')
  return (
    <>
      <strong>{signed(locale, c.did)}</strong>
      <span className="matrix-until">{words}</span>
      {c.effect && <span className="matrix-until">{m.effect(signed(locale, c.effect.g), signed(locale, c.effect.low), signed(locale, c.effect.high))}</span>}
    </>
  )
}
