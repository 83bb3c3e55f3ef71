import { formatShortDate } from '#app/platform/time/format.ts'
import { EmptyState } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge, DueDate } from '#app/ui/text.tsx'
import type { DeadlinesPage, EntryLine } from '../read-year.server.ts'
import { clockTexts, nameOf, rhythmText } from '../words.ts'

/** Everything that must be followed up, with its paragraph and the day it counts from. */
export const DeadlineTable = ({ d }: { d: DeadlinesPage }) => {
  const locale = useLocale()
  const m = clockTexts(locale).due
  const day = (on: string | null) => (on === null ? m.never : formatShortDate(locale, on, d.today))
  return (
    <Table
      caption={m.caption}
      rows={d.entries}
      rowKey={(line) => line.id}
      empty={<EmptyState title={m.none}>{m.noneText}</EmptyState>}
      columns={[
        { key: 'what', label: m.what, rowHeader: true, cell: (line) => <What line={line} /> },
        { key: 'rule', label: m.rule, cell: (line) => <Rule line={line} /> },
        { key: 'often', label: m.interval, cell: (line) => rhythmText(locale, line) },
        { key: 'from', label: m.counts, cell: (line) => <Counts line={line} today={d.today} /> },
        { key: 'last', label: m.last, cell: (line) => day(line.lastDone) },
        { key: 'next', label: m.next, cell: (line) => <Next line={line} today={d.today} /> },
      ]}
    />
  )
}
const What = ({ line }: { line: EntryLine }) => {
  const m = clockTexts(useLocale())
  return (
    <>
      {nameOf(line)}
      <span className="note block weight-normal">{line.mayBeJoint && line.joint ? m.due.joint : m.due.apart}</span>
    </>
  )
}
const Rule = ({ line }: { line: EntryLine }) => {
  const m = clockTexts(useLocale()).due
  return (
    <>
      {line.paragraph}
      <span className="note block">
        {m.source}: {line.source}
        {!line.verified && ` (${m.unverified})`}
      </span>
      {line.note && <span className="note block">{line.note}</span>}
    </>
  )
}
const Counts = ({ line, today }: { line: EntryLine; today: string }) => {
  const locale = useLocale()
  const m = clockTexts(locale)
  if (!line.anchor) return <>–</>
  return (
    <>
      {formatShortDate(locale, line.anchor.on, today)}
      <span className="note block">{m.anchorFrom[line.anchor.from]}</span>
      {line.rhythm && <span className="note block">{line.rhythm.reason}</span>}
    </>
  )
}
const Next = ({ line, today }: { line: EntryLine; today: string }) => {
  const locale = useLocale()
  const m = clockTexts(locale)
  return (
    <>
      {line.due ? <DueDate date={line.due} today={today} /> : <Badge>{m.state[line.state]}</Badge>}
      {line.planned && <span className="note block">{m.due.planned(formatShortDate(locale, line.planned, today))}</span>}
    </>
  )
}
