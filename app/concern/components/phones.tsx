import { Note } from '#app/ui/text.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { pick } from '#app/platform/i18n/messages.ts'
import { da, en } from '../messages.ts'

type Phone = { label: string; number: string; hours: string; example: boolean }

/** Numbers to call, large enough for a thumb in a hurry. An example is not a link: it reaches nobody. */
export const Phones = ({ phones }: { phones: readonly Phone[] }) => {
  const m = pick(useLocale(), { da, en }).procedure
  return (
    <>
      <ul className="nobullet-list phone-list">
        {phones.map((phone) => (
          <li key={phone.label}>
            <span className="phone-who">
              {phone.label}
              <span className="phone-hours">{phone.hours}</span>
            </span>
            {phone.example ? (
              <span className="phone-number">{phone.number}</span>
            ) : (
              <a className="phone-number" href={`tel:${phone.number.replaceAll(' ', '')}`}>
                {phone.number}
              </a>
            )}
          </li>
        ))}
      </ul>
      {phones.some((phone) => phone.example) && <Note icon="info">{m.example}</Note>}
    </>
  )
}
