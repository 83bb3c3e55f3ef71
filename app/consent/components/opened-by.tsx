import { pick } from '#app/platform/i18n/messages.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { formatShortDate, formatTime } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Details } from '#app/ui/text.tsx'

const da = { title: (n: number) => `Åbnet med en grund (${n})`, line: (name: string, at: string, reason: string) => `${name} åbnede den ${at}: “${reason}”` }
const en: typeof da = { title: (n) => `Opened with a reason (${n})`, line: (name, at, reason) => `${name} opened it ${at}: “${reason}”` }

/** For the family: when somebody who does not work with them opened the logbook or the messages, and why. */
export const OpenedBy = ({ openings, today }: { openings: readonly { id: number; name: string; at: string; reason: string }[]; today: string }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  if (openings.length === 0) return null
  return (
    <Details summary={m.title(openings.length)}>
      <ul>
        {openings.map((o) => (
          <li key={o.id}>{m.line(o.name, `${formatShortDate(locale, copenhagenDay(o.at), today)} ${formatTime(locale, o.at)}`, o.reason)}</li>
        ))}
      </ul>
    </Details>
  )
}
