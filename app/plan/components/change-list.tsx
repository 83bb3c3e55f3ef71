import { pick } from '#app/platform/i18n/messages.ts'
import { useLocale } from '#app/ui/context.tsx'
import { da, en } from '../compare-messages.ts'
import type { Change } from '../compare.ts'
import { fieldText, type Names, planTexts } from '../plan-words.ts'

type Props = {
  changes: readonly Change[]
  today: string
  people: readonly { id: number; name: string; family?: boolean }[]
  names: Names
}

/** New, changed, taken out, as one says it; for what changed, from what to what. */
export const ChangeList = ({ changes, today, people, names }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const p = planTexts(locale)
  if (changes.length === 0) return <p>{p.noChange}</p>
  const head = (c: Change): string =>
    c.what === 'terms'
      ? { new: m.lineTermsNew, changed: m.lineTerms, out: m.lineTermsOut }[c.kind]
      : { new: m.lineNew, changed: m.lineChanged, out: m.lineOut }[c.kind](m.thing[c.what])
  const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return (
    <ul>
      {changes.map((c) => (
        <li key={`${c.what}.${c.id}`} className="keep-together">
          {head(c)} {c.what !== 'terms' && <strong>{c.title || p.noTitle}</strong>}
          {c.fields.length > 0 && (
            <ul>
              {c.fields.map((f) => {
                const name = p.field[f.field] ?? f.field
                const text = (value: typeof f.before) => fieldText(locale, today, people, names, f.field, value)
                const line =
                  f.field === 'whose' || (!isEmpty(f.before) && !isEmpty(f.after))
                    ? m.fieldLine(name, text(f.before), text(f.after))
                    : isEmpty(f.before)
                      ? m.fieldAdded(name, text(f.after))
                      : m.fieldGone(name, text(f.before))
                return <li key={f.field}>{line}</li>
              })}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
