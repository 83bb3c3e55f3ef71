import { lix, longWordsIn } from '#app/platform/calc/lix.ts'
import { useLocale } from '#app/ui/context.tsx'
import { fieldId } from '#app/ui/form.tsx'
import { planTexts } from '../plan-words.ts'

/** Words from this many letters are worth a second look. */
const LONG = 11
const SHOWN = 5

/**
 * How hard a text is to read and its longest words, beside the field it stands in; for staff only, never a mark. The server says it for
 * what stood in the field when the page was made; where scripts run it follows as one writes (ui/client/readability.ts).
 */
export const Readability = ({ name, text }: { name: string; text: string }) => {
  const m = planTexts(useLocale())
  const bands = m.lixBand
  const found = lix(text)
  const long = longWordsIn(text)
    .filter((word) => word.length >= LONG)
    .slice(0, SHOWN)
  return (
    <p
      className="note"
      id={`${fieldId(name)}-lix`}
      data-lix={JSON.stringify({ bands, long: LONG, shown: SHOWN, words: m.longWords('{words}'), lix: m.lix(0, '{band}').replace('0', '{n}') })}
    >
      {found.lix === null ? '' : m.lix(Math.round(found.lix), bands[found.band])}
      {long.length > 0 && ` · ${m.longWords(long.join(', '))}`}
    </p>
  )
}
