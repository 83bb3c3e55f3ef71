import type { ReactNode } from 'react'
import { formatNumber } from '#app/platform/i18n/words.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge, Quote } from '#app/ui/text.tsx'
import { partnerTexts } from '../messages.ts'
import { changesBetween, type Result, resultsOf, type Round } from '../partner-survey.ts'

const percent = (share: number): number => Math.round(share * 100)

/** A round: how many answered, and what they said when it may be shown. `earlier`: the round it is held against. */
export function RoundCard({ round, earlier, words, children }: { round: Round; earlier: Round | null; words: readonly string[]; children?: ReactNode }) {
  const locale = useLocale()
  const m = partnerTexts(locale)
  const results = resultsOf(round)
  const changes = earlier ? changesBetween(earlier, round) : []
  const change = (r: Result) => {
    const found = changes.find((c) => c.code === r.question.code)
    if (!found) return m.noChange
    const points = percent(found.difference)
    return m.changes[found.verdict](found.verdict === 'unsure' ? points : Math.abs(points))
  }
  return (
    <Card title={m.round(formatDate(locale, round.openedOn))} aside={<Badge tone={round.over ? 'done' : 'accent'}>{round.over ? m.over : m.open}</Badge>}>
      <p className="facts">
        <strong>{m.answered(round.answered, round.invited)}</strong>
      </p>
      {!round.over && <p>{m.openUntil(formatDate(locale, round.closesOn))}</p>}
      {round.over && results.length === 0 && <p>{m.tooFew(round.least)}</p>}
      {results.length > 0 && (
        <Table
          caption={m.round(formatDate(locale, round.openedOn))}
          hideCaption
          rows={results}
          rowKey={(r) => r.question.code}
          columns={[
            { key: 'question', label: m.question, rowHeader: true, cell: (r) => r.question.text[locale] },
            { key: 'share', label: m.share, cell: (r) => m.shareText(r.agree, r.n, percent(r.share.p), percent(r.share.low), percent(r.share.high)) },
            { key: 'mean', label: m.mean, numeric: true, cell: (r) => formatNumber(locale, r.mean, 1) },
            { key: 'change', label: m.change, cell: change },
          ]}
        />
      )}
      {words.length > 0 && (
        <>
          <h3>{m.words}</h3>
          {words.map((text) => (
            <Quote key={text}>{text}</Quote>
          ))}
        </>
      )}
      {children}
    </Card>
  )
}
