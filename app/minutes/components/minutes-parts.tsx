import type { Agreement } from '#app/agreements/agreement.ts'
import { AgreementText } from '#app/agreements/components/agreement-text.tsx'
import { namesOf } from '#app/plan/plan-words.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Badge, Details, Quote } from '#app/ui/text.tsx'
import { isEmpty, type MinutesPoint, type TookPart } from '../minutes.ts'
import { personLine } from '../minutes-letter.ts'
import type { MinutesPage } from '../read-minutes.server.ts'
import { minutesTexts } from '../words.ts'

/** Who was there and how; who was not; what somebody sent instead. */
export const WhoWasThere = ({ tookPart }: { tookPart: readonly TookPart[] }) => {
  const locale = useLocale()
  const m = minutesTexts(locale)
  const away = tookPart.filter((t) => !t.present)
  return (
    <>
      <ul>
        {tookPart
          .filter((t) => t.present)
          .map((t) => (
            <li key={t.participantId}>{personLine(locale, t)}</li>
          ))}
      </ul>
      {away.filter((t) => t.contribution !== '').map((t) => (
        <p key={t.participantId}>{m.sentInstead(t.name || m.somebody, t.contribution)}</p>
      ))}
      {away.some((t) => t.contribution === '') && (
        <p className="note">{m.notThere(joinList(locale, away.filter((t) => t.contribution === '').map((t) => t.name || m.somebody)))}</p>
      )}
    </>
  )
}

/** The words of a point; a child's in quotation marks. */
export const PointWords = ({ point }: { point: MinutesPoint }) => {
  const m = minutesTexts(useLocale())
  if (isEmpty(point)) return <p className="note">{m.emptyPoint}</p>
  if (point.kind === 'child') return <Quote>{point.words}</Quote>
  return (
    <>
      {point.words.split(/\n{2,}/).map((part, i) => (
        <p key={i} className="prose-lines">
          {part}
        </p>
      ))}
    </>
  )
}

/** Whom it is about, where that is not everybody of the meeting; and whether it was written after closing. */
export const PointFacts = ({ point, page }: { point: MinutesPoint; page: Pick<MinutesPage, 'people' | 'meeting'> }) => {
  const locale = useLocale()
  const m = minutesTexts(locale)
  const same = point.subjects.length === page.meeting.subjects.length && point.subjects.every((s) => page.meeting.subjects.includes(s))
  return (
    <>
      {!same && <p className="note">{m.about(namesOf(locale, page.people, point.subjects))}</p>}
      {point.late && <Badge>{m.late}</Badge>}
    </>
  )
}

/** Points of one kind as a list. */
export const PointList = ({ title, points }: { title: string; points: readonly MinutesPoint[] }) =>
  points.length === 0 ? null : (
    <Card title={title}>
      <ul>
        {points.map((p) => (
          <li key={p.id}>{p.words}</li>
        ))}
      </ul>
    </Card>
  )

export const AgreementsOf = ({ agreements, today, who }: { agreements: readonly Agreement[]; today: string; who: { staff: boolean; me: number } | null }) => (
  <ul className="nobullet-list agreed-list">
    {agreements.map((a) => (
      <li key={a.id} className="keep-together">
        <AgreementText a={a} today={today} who={who} />
      </li>
    ))}
  </ul>
)

/** What need not be told again (MEET-19). */
export const KnownAlready = ({ page }: { page: MinutesPage }) => {
  const locale = useLocale()
  const m = minutesTexts(locale)
  const { hopes, goals, earlier } = page.known
  if (hopes.length + goals.length === 0 && !earlier) return null
  return (
    <Details summary={m.known} id="kendt">
      <p className="form-hint">{m.knownHint}</p>
      {hopes.length > 0 && <h3>{m.knownHopes}</h3>}
      {hopes.map((h, i) => (
        <Quote key={i} small by={h.who || undefined}>
          {h.words}
        </Quote>
      ))}
      {goals.length > 0 && (
        <>
          <h3>{m.knownGoals}</h3>
          <ul>
            {goals.map((g, i) => (
              <li key={i}>{g}</li>
            ))}
          </ul>
        </>
      )}
      {earlier && (
        <p>
          {m.knownEarlier(formatShortDate(locale, earlier.on, page.today))}: {joinList(locale, earlier.titles)}.
        </p>
      )}
    </Details>
  )
}
