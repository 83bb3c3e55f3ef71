import type { ReactNode } from 'react'
import { Card, CardGrid } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { KeyValue, Tag } from '#app/ui/text.tsx'
import type { Activity, Goal } from '../plan.ts'
import { markedSector } from '../plan.ts'
import { fitTexts } from '../fit-words.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { hoursText, nameOf, namesOf, planTexts, sectorName, statedText, unknownText, whenText } from '../plan-words.ts'

type Props = {
  activities: readonly Activity[]
  goals: readonly Goal[]
  people: readonly { id: number; name: string; family?: boolean }[]
  today: string
  /** Names of the kinds of courses (PLAN-20). */
  measureKinds?: readonly { code: string; label: { da: string; en: string } }[]
  actions?: (activity: Activity) => ReactNode
}

/** What is done: what, where, who, from and to, hours, and for which goal (PLAN-02, PLAN-10). */
export const Activities = ({ activities, goals, people, today, measureKinds, actions }: Props) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const f = fitTexts(locale)
  if (activities.length === 0) return null
  return (
    <CardGrid columns={2}>
      {activities.map((a) => (
        <Card
          key={a.id}
          id={`aktivitet-${a.id}`}
          level={3}
          title={a.what || m.noTitle}
          footer={actions?.(a)}
          aside={a.sector !== 'coordination' && <Tag>{sectorName(m, markedSector(a))}</Tag>}
        >
          <p>{whenText(locale, today, a)}</p>
          <KeyValue
            items={[
              { key: m.field['takesPart'], value: namesOf(locale, people, a.takesPart) },
              { key: m.field['goal'], value: a.goalId === null ? m.notFilled : goals.find((g) => g.id === a.goalId)?.title },
              { key: m.measureKindShort, value: measureKinds?.find((kind) => kind.code === a.measureKind)?.label[locale] },
              { key: m.offerShort, value: a.offer || unknownText(locale, today, a, 'offer') },
              { key: m.providerShort, value: a.provider || (a.unknownUntil.provider ? unknownText(locale, today, a, 'provider') : '') },
              {
                key: m.field['place'],
                value: [a.place, a.travelMinutes === null ? '' : f.travelLine(a.travelMinutes)].filter(Boolean).join(' · '),
              },
              {
                key: f.own,
                value: Object.entries(a.ownMinutes)
                  .map(([id, minutes]) => f.ownLine(nameOf(people, Number(id)), hoursText(locale, minutes)))
                  .join(', '),
              },
              {
                key: f.breaks,
                value: a.breaks
                  .map((b) => f.breakLine(formatShortDate(locale, b.from, today), formatShortDate(locale, b.until, today), b.why))
                  .join(', '),
              },
              {
                key: m.field['after'],
                value: a.afterId === null ? '' : activities.find((other) => other.id === a.afterId)?.what,
              },
            ]}
          />
          {statedText(locale, today, a) && <p className="note">{statedText(locale, today, a)}</p>}
        </Card>
      ))}
    </CardGrid>
  )
}
