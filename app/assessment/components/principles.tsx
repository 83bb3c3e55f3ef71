import { formatShortDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Details } from '#app/ui/text.tsx'
import { situationTexts } from '../situation-words.ts'

type Words = { da: string; en: string }
type Principles = { items: readonly { code: string; label: Words; text: Words }[]; agreedOn: string | null; agreedBy: string }

/** The project's principles as a list, with the day they were agreed (UDR-14, IT-11). */
export const PrinciplesList = ({ principles, today }: { principles: Principles; today: string }) => {
  const locale = useLocale()
  const m = situationTexts(locale)
  if (principles.items.length === 0) return <p>{m.principlesNone}</p>
  return (
    <>
      <ol>
        {principles.items.map((p) => (
          <li key={p.code}>
            <strong>{p.label[locale]}.</strong> {p.text[locale]}
          </li>
        ))}
      </ol>
      <p className="note-line">
        {principles.agreedOn ? m.principlesAgreed(formatShortDate(locale, principles.agreedOn, today), principles.agreedBy) : m.principlesNotAgreed}
      </p>
    </>
  )
}

/** The same, folded away where one writes. */
export const PrinciplesNote = ({ principles, today }: { principles: Principles; today: string }) => {
  const m = situationTexts(useLocale())
  if (principles.items.length === 0) return null
  return (
    <Details summary={m.principles}>
      <PrinciplesList principles={principles} today={today} />
    </Details>
  )
}
