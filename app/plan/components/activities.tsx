import type { ReactNode } from 'react'
import { useLocale } from '#app/ui/context.tsx'
import { KeyValue, Tag } from '#app/ui/text.tsx'
import type { Activity, Goal } from '../plan.ts'
import { markedSector } from '../plan.ts'
import { namesOf, planTexts, sectorName, statedText, unknownText, whenText } from '../plan-words.ts'

type Props = {
  activities: readonly Activity[]
  goals: readonly Goal[]
  people: readonly { id: number; name: string; family?: boolean }[]
  today: string
  actions?: (activity: Activity) => ReactNode
}

/** What is done: what, where, who, from and to, hours, and for which goal (PLAN-02, PLAN-10). */
export const Activities = ({ activities, goals, people, today, actions }: Props) => {
  const locale = useLocale()
  const m = planTexts(locale)
  return <>{activities.map((a) => <article key={a.id} id={`aktivitet-${a.id}`} className="keep-together">
    <h3>{a.what || m.noTitle}{a.sector !== 'coordination' && <> <Tag>{sectorName(m, markedSector(a))}</Tag></>}</h3>
    <p>{whenText(locale, today, a)}</p>
    <KeyValue items={[
      { key: m.field['takesPart'], value: namesOf(locale, people, a.takesPart) },
      { key: m.field['goal'], value: a.goalId === null ? m.notFilled : goals.find((g) => g.id === a.goalId)?.title },
      { key: m.offerShort, value: a.offer || unknownText(locale, today, a, 'offer') },
      { key: m.providerShort, value: a.provider || (a.unknownUntil.provider ? unknownText(locale, today, a, 'provider') : '') },
      { key: m.field['place'], value: a.place },
    ]} />
    {statedText(locale, today, a) && <p className="note">{statedText(locale, today, a)}</p>}
    {actions?.(a)}
  </article>)}</>
}
