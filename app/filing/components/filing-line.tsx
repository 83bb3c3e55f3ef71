import { pick } from '#app/platform/i18n/messages.ts'
import { formatDue, formatShortDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Badge } from '#app/ui/text.tsx'
import { type FilingState, referenceOf } from '../filing.ts'
import { da, en } from '../messages.ts'
import type { Filing } from '../queries.server.ts'

type Shown = Filing & { sectorName: string; state: FilingState }

/** Where a filing stands, in one line: number, to whom, and the deadline or the system. */
export const FilingLine = ({ filing: f, today }: { filing: Shown; today: string }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <>
      <a href={`/familier/${f.caseId}/til-sagen/${f.id}`}>{referenceOf(f.id)}</a> · {f.to}, {f.sectorName} · <StateBadge state={f.state} />{' '}
      {f.receipt ? `${m.one.filedIn(f.receipt.system, f.receipt.number)}, ${formatShortDate(locale, f.receipt.filedOn, today)}` : formatDue(locale, f.due, today)}
    </>
  )
}
const TONES = { filed: 'done', overdue: 'attention', waiting: 'accent', 'taken-back': 'plain' } as const
export const StateBadge = ({ state }: { state: FilingState }) => <Badge tone={TONES[state]}>{pick(useLocale(), { da, en }).states[state]}</Badge>
