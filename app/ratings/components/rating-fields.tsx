import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ReadableBy, TextArea } from '#app/ui/fields.tsx'
import { Details } from '#app/ui/text.tsx'
import { ratingTexts } from '../messages.ts'
import { type Asked, nameOf } from '../ratings.ts'

type Props = { asked: readonly Asked[]; today: string; values: Values | null; readers: readonly string[]; /** Show what was said this month as chosen. */ filled?: boolean }

/** Each question as a row of large numbers from 0 to 10, with room for a few words. */
export const RatingFields = ({ asked, today, values, readers, filled = true }: Props) => {
  const locale = useLocale()
  const m = ratingTexts(locale)
  return asked.map(({ question, now, last }) => {
    const before = last ? ` ${m.last(last.value, formatShortDate(locale, last.ratedOn, today))}` : ''
    const words = typed(values, nameOf('words', question.code), filled ? now?.words : '')
    return (
      <div key={question.code} className="rating keep-together">
        <input type="hidden" name={nameOf('seen', question.code)} value={now?.id ?? ''} />
        <RadioGroup
          name={nameOf('value', question.code)}
          legend={question.text[locale]}
          hint={m.scale(question.low[locale], question.high[locale]) + before}
          tiles
          value={typed(values, nameOf('value', question.code), filled && now ? String(now.value) : '')}
          choices={Array.from({ length: 11 }, (_, n) => ({ value: n, label: String(n) }))}
        />
        <Details summary={m.words} open={words !== ''}>
          <TextArea name={nameOf('words', question.code)} label={m.wordsLabel(question.label[locale])} value={words} rows={3} optional below={readers.length > 0 && <ReadableBy names={readers} />} />
        </Details>
      </div>
    )
  })
}
