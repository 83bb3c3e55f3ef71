import { pick } from '#app/platform/i18n/messages.ts'
import { addMonths, rangesOverlap } from '#app/platform/time/plain-date.ts'
import { weeklyLoad, weeksFrom } from '#app/plan/load.ts'
import { loadWords, namesOf, planTexts } from '#app/plan/plan-words.ts'
import type { PlanPage } from '#app/plan/read-plan.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { HoursBars } from '#app/ui/hours-bars.tsx'
import { Details } from '#app/ui/text.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { da, en } from '../messages.ts'

const WEEKS = 13

/** The next three months: a time line of what is done, and the hours it takes of each; each picture with its table and in words. */
type Props = { plan: PlanPage; meetings: readonly { id: number; label: string; day: string }[]; inIntake: boolean }
export const NextMonths = ({ plan, meetings, inIntake }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const p = planTexts(locale)
  const { today, people } = plan
  const until = addMonths(today, 3)
  const base = `/familier/${plan.caseId}/planen`
  if (plan.activities.length + meetings.length === 0) {
    return (
      <Card title={m.months}>
        <EmptyState
          title={m.monthsEmpty}
          action={plan.may.write && !inIntake && <LinkButton href={`${base}/aktivitet/ny`}>{m.addActivity}</LinkButton>}
        >
          {m.monthsEmptyBody}
        </EmptyState>
      </Card>
    )
  }
  const points = meetings.flatMap((one) => (one.day <= until ? [{ label: one.label, from: one.day, to: one.day, kind: 'point' as const }] : []))
  const activities = plan.activities.flatMap((a) =>
    a.start !== null && rangesOverlap(a.start, a.rhythm === 'once' ? a.start : a.end, today, until)
      ? [
          {
            label: a.what || p.noTitle,
            from: a.start,
            to: a.rhythm === 'once' ? a.start : a.end,
            who: namesOf(locale, people, a.takesPart),
            kind: a.rhythm === 'once' ? ('point' as const) : ('span' as const),
          },
        ]
      : [],
  )
  const rows = [...points, ...activities]
  const taking = people.filter((one) => plan.activities.some((a) => a.takesPart.includes(one.id)))
  const weeks = weeksFrom(today, WEEKS)
  const load = weeklyLoad(
    plan.activities,
    taking.map((one) => one.id),
    weeks,
  )
  const busy = load.some((l) => l.minutes.some((minutes) => minutes > 0))
  return (
    <Card
      title={m.months}
      footer={
        <>
          <a href={`${base}#det-goer-vi`}>{m.toPlan}</a> · <a href={`/familier/${plan.caseId}/tidslinje`}>{m.wholeTimeline}</a>
        </>
      }
    >
      {rows.length === 0 ? <p>{m.monthsNone}</p> : <Timeline alt={m.timelineAlt} today={today} from={today} to={until} rows={rows} />}
      {busy && (
        <HoursBars
          alt={m.hoursAlt}
          weeks={weeks}
          series={load.map((l) => ({
            name: people.find((one) => one.id === l.personId)?.name ?? '',
            hours: l.minutes.map((minutes) => minutes / 60),
          }))}
        />
      )}
      {busy && (
        <Details summary={m.inWords}>
          <ul>
            {loadWords(locale, { activities: plan.activities }, taking, today).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Details>
      )}
    </Card>
  )
}
