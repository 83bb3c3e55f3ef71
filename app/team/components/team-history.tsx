import { pick } from '#app/platform/i18n/messages.ts'
import { formatNumber } from '#app/platform/i18n/words.ts'
import { formatDate, formatRange, formatShortDate } from '#app/platform/time/format.ts'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Note } from '#app/ui/text.tsx'
import type { TeamPage } from '../read-team.server.ts'
import { da, en } from '../team-messages.ts'
import { StepChart } from './step-chart.tsx'

/** KOO-07, KOO-08: how many people around the family, day by day since the first. */
export const CountCard = ({ team }: { team: TeamPage }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const first = team.steps[0]
  const now = team.steps.at(-1)
  if (!first || !now) return null
  const most = team.steps.reduce((a, b) => (b.people > a.people ? b : a))
  return (
    <Card title={m.howMany} id="antal">
      <StepChart
        points={team.steps.map((one) => ({ date: one.date, value: one.people }))}
        until={team.today}
        alt={m.howManyAlt(now.people, most.people, formatShortDate(locale, most.date, team.today))}
        head={m.howManyHead}
      />
      <Note>{m.howManyNote}</Note>
    </Card>
  )
}

/** KOO-16: who has coordinated, so that turnover is seen. KOO-06: time set aside for a caseworker who does. */
export const CoordinatorsCard = ({ team }: { team: TeamPage }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const begun = team.coordinators.filter((one) => one.from <= team.today)
  return (
    <Card title={m.coordinators} id="koordinatorer">
      <p>{begun.length === 0 ? m.coordinatorsNone : m.coordinatorsCount(new Set(begun.map((one) => one.staffId)).size)}</p>
      <ol>
        {team.coordinators.map((one) => (
          <li key={one.from}>
            {one.name}, {formatRange(locale, one.from, one.until, team.today)}
          </li>
        ))}
      </ol>
      {team.modelUntil && <Note>{m.twoUntil(formatDate(locale, team.modelUntil))}</Note>}
      {team.timeAside.map((one) => (
        <Note key={one.staffId}>{m.timeAside(one.name, formatNumber(locale, one.minutes / 60, one.minutes % 60 ? 1 : 0), one.agreedWith)}</Note>
      ))}
    </Card>
  )
}
