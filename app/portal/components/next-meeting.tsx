import { formatWeekday, formatDate } from '#app/platform/time/format.ts'
import { dayOf, timeOf } from '#app/meetings/meeting.ts'
import type { NextForFamily } from '#app/meetings/next-for-family.server.ts'
import { meetingTexts } from '#app/meetings/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { inCase } from '../portal-words.ts'

/** "Næste møde": when and where, that the family decides who comes, and who must and why. */
export const NextMeetingCard = ({ next, caseId }: { next: NextForFamily; caseId: number }) => {
  const locale = useLocale()
  const m = meetingTexts(locale)
  const { meeting } = next
  return (
    <Card title={m.my.title} id="moede" accent>
      <p>
        <strong>{m.my.card(`${formatWeekday(locale, dayOf(meeting))} ${formatDate(locale, dayOf(meeting))}`, timeOf(meeting), meeting.place || (meeting.videoLink ? m.atVideo : ''))}</strong>
        <br />
        {next.kindName}
      </p>
      <p>{m.my.decide}</p>
      {next.must.length > 0 && (
        <ul>
          {next.must.map((x) => (
            <li key={x.name}>{m.my.mustCome(x.name, x.why)}</li>
          ))}
        </ul>
      )}
      <p className="d-print-none">
        <LinkButton href={inCase(`/min/moeder/${meeting.id}`, caseId)}>{m.my.open}</LinkButton>
      </p>
    </Card>
  )
}
