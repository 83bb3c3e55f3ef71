import { pick } from '#app/platform/i18n/messages.ts'
import { formatDate, formatShortDate } from '#app/platform/time/format.ts'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Face } from '#app/ui/face.tsx'
import { Note } from '#app/ui/text.tsx'
import { awayWords } from '../absence-words.ts'
import type { Entry } from '../entry.server.ts'
import { da, en } from '../face-messages.ts'

const tel = (number: string) => `tel:${number.replaceAll(' ', '')}`
/** A number stays on one line. */
const unbroken = (number: string) => number.replaceAll(' ', '\u00a0')
const first = (name: string) => name.split(' ')[0] ?? name

/**
 * KOO-15, KOO-17: the one way in to the municipality: face, number, hours, what happens outside them, and who comes next. The
 * same to the family
 * (`to="family"`) and to staff.
 */
export const EntryCard = ({ entry, today, to, level = 2 }: { entry: Entry; today: string; to: 'family' | 'staff'; level?: 2 | 3 }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { primary, secondary, change, urgent } = entry
  const coming = change && change.on > today && change
  return (
    <Card title={to === 'family' ? m.entry : m.entryOf} level={level} accent id="indgang">
      {primary ? (
        <div className="face-row">
          <Face name={primary.name} photo={primary.photo} size="large" />
          <div className="face-text">
            <p>
              <span className="face-name">{primary.name}</span>
              {primary.title && `, ${primary.title.toLocaleLowerCase(locale)}`}
              {primary.unit && (
                <>
                  <br />
                  {primary.unit}
                </>
              )}
            </p>
            <p>{to === 'family' ? m.entryText(first(primary.name)) : m.entryStaff(first(primary.name))}</p>
            <p>
              {primary.phone ? (
                <a href={tel(primary.phone)} className="button button-secondary link-button">
                  {m.call(first(primary.name))}: {unbroken(primary.phone)}
                </a>
              ) : (
                m.noPhone
              )}
            </p>
            <p>
              <strong>{m.reach}:</strong> {primary.hours || m.noHours}
              {primary.outsideHours && (
                <>
                  <br />
                  <strong>{m.outsideLabel}:</strong> {primary.outsideHours}
                </>
              )}
            </p>
          </div>
        </div>
      ) : (
        <p>{m.none}</p>
      )}
      {entry.away && (
        <p>
          <strong>{awayWords(locale, entry.away, today, to)}</strong>
        </p>
      )}
      {coming && (
        <p>
          <strong>{(to === 'family' ? m.change : m.changeStaff)(coming.name, formatDate(locale, coming.on))}</strong>
        </p>
      )}
      {secondary && (
        <p>
          {m.away}: <strong>{secondary.name}</strong>
          {secondary.phone && (
            <>
              , <a href={tel(secondary.phone)}>{secondary.phone}</a>
            </>
          )}
          {secondary.until && ` (${locale === 'da' ? 'til' : 'until'} ${formatShortDate(locale, secondary.until, today)})`}
        </p>
      )}
      {urgent && (
        <Note icon="info">
          <span>
            {m.urgent} {urgent.label}, <a href={tel(urgent.number)}>{urgent.number}</a> ({urgent.hours.toLocaleLowerCase(locale)})
          </span>
        </Note>
      )}
    </Card>
  )
}
