import { planTexts, sectorName } from '#app/plan/plan-words.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Face } from '#app/ui/face.tsx'
import { Note } from '#app/ui/text.tsx'
import type { Helper } from '#app/plan/for-a-member.ts'
import { portalTexts } from '../portal-words.ts'
import type { UrgentPhone } from '../read-portal-plan.server.ts'

const tel = (number: string) => `tel:${number.replaceAll(' ', '')}`

/** Those who help, one sentence each; the fixed contact first, with a telephone to press. */
export const HelperList = ({
  helpers,
  photos,
  urgent,
}: {
  helpers: readonly Helper[]
  /** Addresses of photos, by member of staff. */
  photos: Readonly<Record<number, string>>
  urgent: readonly UrgentPhone[]
}) => {
  const locale = useLocale()
  const m = portalTexts(locale)
  const p = planTexts(locale)
  const contact = helpers.find((h) => h.role === 'coordinator')
  const what = (h: Helper) =>
    h.does || (h.role === 'coordinator' ? m.contactPerson : h.role === 'secondary-coordinator' ? m.substitute : sectorName(p, h.sector))
  const first = (name: string) => name.split(' ')[0] ?? name
  return (
    <>
      {helpers.length === 0 && <p>{m.noHelpers}</p>}
      <ul className="nobullet-list">
        {helpers.map((h) => (
          <li key={`${h.staffId}.${h.role}`} className="keep-together face-row">
            <Face name={h.name} photo={photos[h.staffId] ?? null} />
            <p className="face-text">
              <strong>{h.name}</strong>
              {h.title && `, ${h.title.toLocaleLowerCase(locale)}`}
              <br />
              {what(h)}
              {h.phone && (
                <>
                  <br />
                  <a href={tel(h.phone)} className={h.role === 'coordinator' ? 'button button-secondary link-button' : undefined}>
                    {m.call(first(h.name))}: {h.phone}
                  </a>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      {contact && <p>{m.answers(first(contact.name))}</p>}
      {urgent
        .filter((u) => u.number !== '112')
        .slice(0, 1)
        .map((u) => (
          <p key={u.number}>
            {m.urgent} {u.label}, <a href={tel(u.number)}>{u.number}</a> ({u.hours.toLocaleLowerCase(locale)}).
          </p>
        ))}
      <Note icon="info">{m.danger}</Note>
    </>
  )
}
