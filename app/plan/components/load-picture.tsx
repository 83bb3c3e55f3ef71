import { useLocale } from '#app/ui/context.tsx'
import { HoursBars } from '#app/ui/hours-bars.tsx'
import { weeklyLoad } from '../load.ts'
import type { Activity } from '../plan.ts'
import { planTexts } from '../plan-words.ts'

type Props = {
  activities: readonly Activity[]
  people: readonly { id: number; name: string }[]
  /** Mondays. */
  weeks: readonly string[]
  /** Minutes of a full week: a line across. */
  fullWeek?: number
}

/** Hours a week of each member, all on one scale; its table one click away. Nothing where nobody has any. */
export const LoadPicture = ({ activities, people, weeks, fullWeek }: Props) => {
  const m = planTexts(useLocale())
  const load = weeklyLoad(
    activities,
    people.map((p) => p.id),
    weeks,
  )
  if (!load.some((l) => l.minutes.some((minutes) => minutes > 0))) return null
  const most = Math.max(...load.flatMap((l) => l.minutes))
  return (
    <HoursBars
      title={m.loadTitle}
      alt={m.loadAlt}
      weeks={weeks}
      // A line far above every bar says nothing.
      limit={fullWeek !== undefined && most > fullWeek * 0.6 ? fullWeek / 60 : undefined}
      series={load.map((l) => ({
        name: people.find((p) => p.id === l.personId)?.name ?? '',
        hours: l.minutes.map((minutes) => minutes / 60),
      }))}
    />
  )
}
