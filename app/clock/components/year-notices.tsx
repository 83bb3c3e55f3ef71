import { formatShortDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import type { YearPage } from '../read-year.server.ts'
import { clockTexts, nameOf } from '../words.ts'

/** What somebody should know before the picture: past its date, without slack, late, waiting for a tick. */
export const YearNotices = ({ d }: { d: YearPage }) => {
  const locale = useLocale()
  const m = clockTexts(locale).year
  const day = (on: string) => formatShortDate(locale, on, d.today)
  const name = (id: string) => {
    const line = d.entries.find((one) => one.id === id)
    return line ? nameOf(line) : ''
  }
  const overdue = d.entries.filter((line) => line.state === 'overdue')
  const { tight = [], late = [] } = d.year.proposal ?? {}
  return (
    <>
      {d.toTick > 0 && (
        <Alert live={false}>
          <p className="alert-text">
            {m.toTick(d.toTick)} <a href={`/familier/${d.caseId}/moeder/aaret/opfoelgning`}>{m.toTickLink}</a>
          </p>
        </Alert>
      )}
      {d.year.problem !== null && <Alert tone="warning" live={false}>{m.problem}</Alert>}
      {overdue.length > 0 && (
        <Alert tone="warning" title={m.overdue} live={false}>
          <ul>
            {overdue.map((line) => (
              <li key={line.id}>{m.overdueText(`${nameOf(line)}, ${day(line.due ?? d.today)}`)}</li>
            ))}
          </ul>
        </Alert>
      )}
      {tight.length > 0 && (
        <Alert title={m.tight} live={false}>
          <ul>
            {tight.map((id) => (
              <li key={id}>{m.tightText(name(id), d.rules.slackDays)}</li>
            ))}
          </ul>
        </Alert>
      )}
      {late.length > 0 && (
        <Alert tone="warning" title={m.late} live={false}>
          <ul>
            {late.map((one) => (
              <li key={one.id + one.due}>{m.lateText(name(one.id), day(one.due), day(one.servedOn))}</li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  )
}
