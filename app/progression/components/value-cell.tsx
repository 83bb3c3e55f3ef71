import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { classes, useLocale } from '#app/ui/context.tsx'
import { describedBy, FieldError, useField } from '#app/ui/form.tsx'
import { Badge } from '#app/ui/text.tsx'
import { CHOICES, isChoice, isJudged, sameAnswer, type Scale } from '../indicators.ts'
import { da, en } from '../messages.ts'
import type { Cell } from '../read-registration.server.ts'
import { KEEP, nameOf } from '../registration.ts'
import { answerText, typedNumber, typedText } from '../value-words.ts'

type Props = { cell: Cell; scale: Scale | undefined; /** The name of the sector whose judgement it is. */ sector: string | undefined; today: string; values: Values | null; write: boolean }

/** One figure of the month: the field, what it was last time, where a counted one comes from. Read only: the figure alone. */
export function ValueCell({ cell, scale, sector, today, values, write }: Props) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { indicator, member } = cell.field
  const name = nameOf('v', member.id, indicator.code)
  const { id, error } = useField(name)
  const now = cell.now
  const stands = now ? (now.how === 'carried' ? KEEP : typedText(locale, now)) : cell.counted ? typedText(locale, cell.counted) : ''
  const label = `${indicator.label[locale]}, ${member.name}`
  const shown = now && (now.how === 'carried' ? m.kept(answerText(locale, indicator, now)) : answerText(locale, indicator, now))
  // Counted anew since it was written: shown beside it, never put in its place.
  const differs = now !== null && cell.counted !== null && now.how !== 'judged' && !sameAnswer(now, cell.counted)
  const told = now?.stated && m.toldBy(now.stated.name, sector ?? now.stated.sector, formatShortDate(locale, now.stated.on, today))
  const aside = [now?.how === 'register' && m.fromRegister(now.source), cell.last && m.last(answerText(locale, indicator, cell.last)), write && !now && cell.counted && m.counted(cell.counted.source), write && differs && cell.counted && m.countedNow(answerText(locale, indicator, cell.counted), cell.counted.source), told, !write ? null : now?.how === 'carried' && shown].filter(Boolean)
  if (!write) return <>{shown ?? '–'}{aside.length > 0 && <span className="value-last"> {aside.join(' · ')}</span>}</>
  const common = { id, name, 'aria-label': label, 'aria-invalid': error ? (true as const) : undefined, 'aria-describedby': describedBy(id, { hint: aside.length > 0, error }), 'data-cell': '' }
  return (
    <div className={classes('value-cell', error && 'form-error')}>
      <FieldError id={id} text={error} />
      <span className="value-fields">
        {isChoice(indicator.answer) ? (
          <select {...common} className="form-select" defaultValue={typed(values, name, stands)}>
            <option value="">–</option>
            {CHOICES[indicator.answer].map((c) => (
              <option key={c} value={c}>
                {m.choices[c]}
              </option>
            ))}
          </select>
        ) : (
          <input {...common} className="form-input" defaultValue={typed(values, name, stands)} inputMode={isJudged(indicator) ? 'text' : 'decimal'} autoComplete="off" maxLength={30} data-step={isJudged(indicator) ? stepKeys(scale) : undefined} />
        )}
        {indicator.answer === 'hours-and-attendance' && (
          <input className="form-input" name={nameOf('w', member.id, indicator.code)} aria-label={`${label}: ${m.attendance}`} defaultValue={typed(values, nameOf('w', member.id, indicator.code), typedNumber(locale, (now ?? cell.counted)?.second ?? null))} inputMode="decimal" autoComplete="off" maxLength={10} data-cell="" />
        )}
      </span>
      <input type="hidden" name={nameOf('s', member.id, indicator.code)} value={now?.id ?? ''} />
      {aside.length > 0 && (
        <span className="value-last" id={`${id}-hint`}>
          {aside.join(' · ')}
        </span>
      )}
      {cell.fresh && <Badge tone="attention">{m.fresh}</Badge>}
      {error && (
        <span className="form-group-checkbox value-confirm">
          <input type="checkbox" id={`${id}-yes`} name={nameOf('c', member.id, indicator.code)} value="1" className="form-checkbox" />
          <label htmlFor={`${id}-yes`} className="form-label">
            {m.confirm}
          </label>
        </span>
      )}
    </div>
  )
}

/** The single keys that fill a judgement; after one of them the next field is at hand. */
const stepKeys = (scale: Scale | undefined): string => [...(scale?.steps.flatMap((s) => (s.value === null ? [] : [String(s.value)])) ?? []), KEEP].join('')
