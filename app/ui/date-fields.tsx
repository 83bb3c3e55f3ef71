import type { ReactNode } from 'react'
import { classes, useUiTexts } from './context.tsx'
import { describedBy, FieldError, useField } from './form.tsx'
import { type DateParts, dateParts } from './read-date-fields.ts'

/**
 * A date in three fields: `name.day`, `name.month`, `name.year`; read them with `readDateFields`.
 * `value` is YYYY-MM-DD, or the typed parts to show again after an error.
 */
export const DateFields = (props: {
  name: string
  legend: ReactNode
  value?: string | DateParts | null
  hint?: ReactNode
  error?: string
  id?: string
  optional?: boolean
  disabled?: boolean
  birthday?: boolean
}) => {
  const { name, legend, hint, value, optional, disabled, birthday } = props
  const t = useUiTexts()
  const whole = useField(name, props)
  const month = useField(`${name}.month`, { id: `${whole.id}-month` })
  const year = useField(`${name}.year`, { id: `${whole.id}-year` })
  const day = useField(`${name}.day`, { id: whole.id })
  const error = whole.error ?? day.error ?? month.error ?? year.error
  const parts = value && typeof value === 'object' ? value : dateParts(value)
  const onlyElsewhere = (other: string | undefined) => !whole.error && !!other
  const part = (key: keyof DateParts, id: string, label: string, faulty: boolean, digits: number) => (
    <div className={`form-group form-group-${key}`}>
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <input
        className="form-input"
        id={id}
        name={`${name}.${key}`}
        type="text"
        inputMode="numeric"
        maxLength={digits}
        defaultValue={parts[key]}
        required={!optional && !disabled}
        disabled={disabled}
        aria-invalid={faulty || undefined}
        autoComplete={birthday ? `bday-${key}` : 'off'}
      />
    </div>
  )
  return (
    <div className={classes('form-group', error && 'form-error')}>
      <fieldset aria-describedby={describedBy(whole.id, { hint, error })}>
        <legend className="form-label">
          {legend}
          {optional && <span className="weight-normal"> ({t.optional})</span>}
        </legend>
        {hint && (
          <span className="form-hint" id={`${whole.id}-hint`}>
            {hint}
          </span>
        )}
        <FieldError id={whole.id} text={error} />
        <div className="date-group mt-3">
          {part('day', whole.id, t.day, !!whole.error || !!day.error, 2)}
          {part('month', month.id, t.month, !!whole.error || onlyElsewhere(month.error), 2)}
          {part('year', year.id, t.year, !!whole.error || onlyElsewhere(year.error), 4)}
        </div>
      </fieldset>
    </div>
  )
}
