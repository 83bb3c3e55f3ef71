import { formatShortDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { type Agreement } from '../agreement.ts'
import { agreementTexts, markText } from '../words.ts'

/** Everything that became of an agreement, the first first. */
export const History = ({ a, names, today }: { a: Agreement; names: Readonly<Record<string, string>>; today: string }) => {
  const locale = useLocale()
  const m = agreementTexts(locale)
  return (
    <ul>
      <li>{m.mark.made(formatShortDate(locale, a.madeOn, today))}</li>
      {a.marks.map((mark, i) => (
        <li key={i}>{markText(locale, mark, names, today)}</li>
      ))}
    </ul>
  )
}
