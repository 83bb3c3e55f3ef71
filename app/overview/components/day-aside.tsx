import { pick } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { ActionButton, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DueDate, Note } from '#app/ui/text.tsx'
import { da, en } from '../day-messages.ts'
import { firstName } from '../my-day.ts'
import type { DayAway, MyDay } from '../read-my-day.server.ts'

/** The next meeting: when, with which family, where, how many come. */
export const NextMeeting = ({ day }: { day: MyDay }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const one = day.next
  if (!one || one.what.kind !== 'meeting')
    return (
      <Card title={m.nextMeeting}>
        <p>{m.noMeeting}</p>
      </Card>
    )
  const { what } = one
  const people = [what.coming > 0 && m.coming(what.coming), what.silent > 0 && m.silent(what.silent)].filter(Boolean)
  return (
    <Card title={m.nextMeeting} aside={what.now ? m.now : undefined} accent>
      <p>
        <strong>{what.label}</strong>, {m.family(day.families[one.caseId ?? 0] ?? '')}
      </p>
      <p>
        {one.due && <DueDate date={one.due} today={day.today} kind="event" />} {one.time && m.at(one.time)}
      </p>
      {what.place && <p>{what.place}</p>}
      <p>{people.length > 0 ? people.join(', ') : m.invited(what.people)}</p>
      <p>
        <LinkButton href={one.href}>{m.openMeeting}</LinkButton>
      </p>
    </Card>
  )
}

/** Who is away in one's families, and who helps: one line for each colleague and helper. */
export const AwayCard = ({ day }: { day: MyDay }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const groups = [...Map.groupBy(day.away, (one) => `${one.staffId}.${one.by?.staffId ?? one.caseId}`).entries()]
  const families = (of: DayAway[]) =>
    joinList(
      locale,
      of.map((one) => m.family(one.family)),
    )
  return (
    <Card title={m.away} footer={<a href="/i-dag/fravaer">{m.away}</a>}>
      <ul>
        {groups.map(([key, of]) => {
          const one = of[0]
          if (!one) return null
          const name = firstName(one.name)
          return (
            <li key={key}>
              {one.by === null ? m.awayNobody(name, one.family) : one.mine ? m.standIn(name, families(of)) : m.awayOther(name, firstName(one.by.name), families(of))}{' '}
              <DueDate date={one.from > day.today ? one.from : (one.until ?? one.from)} today={day.today} kind="event" />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** The morning mail, on or off. */
export const MailCard = ({ mail }: { mail: { wanted: boolean; address: boolean } }) => {
  const m = pick(useLocale(), { da, en }).mail
  return (
    <Card title={m.title} id="morgenmail">
      {mail.address ? (
        <>
          <p>{mail.wanted ? m.on : m.off}</p>
          <ActionButton action="/i-dag" fields={{ do: 'mail', wanted: mail.wanted ? 'no' : 'yes' }} label={mail.wanted ? m.stop : m.start} variant="quiet" />
        </>
      ) : (
        <Note icon="info">{m.noAddress}</Note>
      )}
    </Card>
  )
}
