import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formatMonth } from '#app/platform/time/format.ts'
import { percentAt, UNITS } from '#app/progression/attended.ts'
import { typedNumber } from '#app/progression/value-words.ts'
import { useLocale } from '#app/ui/context.tsx'
import { describedBy, FieldError, useField } from '#app/ui/form.tsx'
import { fieldName, type Part, usualUnit } from '../attendance.ts'
import { da, en } from '../messages.ts'
import type { AttendancePage, Place } from '../read-attendance.server.ts'

type Props = { page: AttendancePage; values: Values | null; write: boolean }
const PARTS: readonly Part[] = ['present', 'planned', 'lawful', 'unlawful']

/** A line for each place of each member; on a phone each place is a small card. */
export function AttendanceTable({ page: d, values, write }: Props) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <div className="table-frame" data-grid="">
      <table className="table registration attendance">
        <caption className="sr-only">{m.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.who}</th>
            {PARTS.map((part) => (
              <th key={part} scope="col">
                {m[part]}
              </th>
            ))}
            <th scope="col">{m.unit}</th>
            <th scope="col">{m.before}</th>
          </tr>
        </thead>
        <tbody>
          {d.places.map((place) => (
            <tr key={place.spell.id}>
              <th scope="row">
                <strong>{place.person.name}</strong>
                {`: ${place.name[locale]}`}
                {place.spell.place && `, ${place.spell.place}`}
              </th>
              {PARTS.map((part) => (
                <td key={part} data-label={m[part]}>
                  {write ? <Count place={place} part={part} values={values} /> : <Shown place={place} part={part} />}
                </td>
              ))}
              <td data-label={m.unit}>{write ? <Unit place={place} values={values} /> : place.now ? m.units[place.now.unit] : '–'}</td>
              <td data-label={m.before}>
                <span className="value-last">
                  {place.now && <>{[m.now(Math.round(percentAt(place.now))), place.now.toldBy && m.toldBy(place.now.toldBy), place.now.source && m.fromRegister(place.now.source)].filter(Boolean).join(' · ')}</>}
                  {place.now && place.earlier.length > 0 && ' · '}
                  {place.earlier.slice(0, 3).map((e) => m.percent(Math.round(e.percent), formatMonth(locale, e.month))).join(' · ') || (place.now ? '' : m.none)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Shown = ({ place, part }: { place: Place; part: Part }) => {
  const value = place.now?.[part] ?? null
  return <>{value === null ? '–' : typedNumber(useLocale(), value)}</>
}

function Count({ place, part, values }: { place: Place; part: Part; values: Values | null }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const name = fieldName(part, place.spell.id)
  const { id, error } = useField(name)
  return (
    <div className={error ? 'value-cell form-error' : 'value-cell'}>
      <FieldError id={id} text={error} />
      <input
        className="form-input"
        id={id}
        name={name}
        aria-label={`${m[part]}, ${place.person.name}, ${place.name[locale]}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { error })}
        defaultValue={typed(values, name, typedNumber(locale, place.now?.[part] ?? null))}
        inputMode="decimal"
        autoComplete="off"
        maxLength={10}
        data-cell=""
      />
      {part === 'present' && <input type="hidden" name={fieldName('seen', place.spell.id)} value={place.now?.id ?? ''} />}
      {part === 'present' && error && (
        <span className="form-group-checkbox value-confirm">
          <input type="checkbox" id={`${id}-yes`} name={fieldName('confirmed', place.spell.id)} value="1" className="form-checkbox" />
          <label htmlFor={`${id}-yes`} className="form-label">
            {m.confirm}
          </label>
        </span>
      )}
    </div>
  )
}

function Unit({ place, values }: { place: Place; values: Values | null }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const name = fieldName('unit', place.spell.id)
  return (
    <select className="form-select" name={name} aria-label={`${m.unit}, ${place.person.name}, ${place.name[locale]}`} defaultValue={typed(values, name, place.now?.unit ?? usualUnit(place.spell.kind))} data-cell="">
      {UNITS.map((u) => (
        <option key={u} value={u}>
          {m.units[u]}
        </option>
      ))}
    </select>
  )
}
