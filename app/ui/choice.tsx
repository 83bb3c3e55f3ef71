import type { ReactNode } from 'react'
import { classes } from './context.tsx'
import { useUiTexts } from './context.tsx'
import { describedBy, FieldError, useField } from './form.tsx'

export type Choice = {
  value: string | number
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
  /** Shown below the choice only while it is chosen (CSS only, no script). */
  reveals?: ReactNode
}

type GroupProps = {
  name: string
  legend: ReactNode
  hint?: ReactNode
  error?: string
  id?: string
  optional?: boolean
  choices: readonly Choice[]
  /** Choices on one line where there is room: for a few short ones. */
  inline?: boolean
  /** Each choice a large button, as many beside each other as there is room for: for a thumb. */
  tiles?: boolean
  hideLegend?: boolean
}

const Choices = (props: GroupProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) => {
  const { name, legend, hint, optional, choices, inline, tiles, hideLegend, type, chosen } = props
  const t = useUiTexts()
  const { id, error } = useField(name, props)
  return (
    <div className={classes('form-group', error && 'form-error')}>
      <fieldset
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error && type === 'radio' ? true : undefined}
        role={type === 'radio' ? 'radiogroup' : undefined}
      >
        <legend className={hideLegend ? 'sr-only' : 'form-label'}>
          {legend}
          {optional && <span className="weight-normal"> ({t.optional})</span>}
        </legend>
        {hint && (
          <span className="form-hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
        <FieldError id={id} text={error} />
        <div className={classes('choices', inline && 'choices-inline', tiles && 'choices-tiles')}>
          {choices.map((choice, index) => {
            // The first one carries the id of the field, so that the error summary's link moves focus into the group.
            const own = index === 0 ? id : `${id}-${index + 1}`
            return (
              <div key={choice.value} className="choice">
                <div className={`form-group-${type}`}>
                  <input
                    type={type}
                    id={own}
                    name={name}
                    value={choice.value}
                    className={`form-${type}`}
                    disabled={choice.disabled}
                    defaultChecked={chosen.includes(String(choice.value))}
                    aria-describedby={choice.hint ? `${own}-choice-hint` : undefined}
                  />
                  <label htmlFor={own} className="form-label">
                    {choice.label}
                  </label>
                  {choice.hint && (
                    <span className="form-hint choice-hint" id={`${own}-choice-hint`}>
                      {choice.hint}
                    </span>
                  )}
                </div>
                {choice.reveals && <div className="choice-reveals">{choice.reveals}</div>}
              </div>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}

/** One of a few. */
export const RadioGroup = ({ value, ...props }: GroupProps & { value?: string | number | null }) => (
  <Choices {...props} type="radio" chosen={value === null || value === undefined ? [] : [String(value)]} />
)

/** Any of a few: every chosen value is sent under the same name. */
export const CheckboxGroup = ({ values = [], ...props }: GroupProps & { values?: readonly (string | number)[] }) => (
  <Choices {...props} type="checkbox" chosen={values.map(String)} />
)

/** A single yes. Sends `value` (default "on") when ticked, nothing otherwise. */
export const Checkbox = (props: {
  name: string
  label: ReactNode
  hint?: ReactNode
  checked?: boolean
  value?: string
  error?: string
  id?: string
  disabled?: boolean
}) => {
  const { name, label, hint, checked, value = 'on', disabled } = props
  const { id, error } = useField(name, props)
  return (
    <div className={classes('form-group', error && 'form-error')}>
      <FieldError id={id} text={error} />
      <div className="form-group-checkbox">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
          className="form-checkbox"
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint, error })}
        />
        <label htmlFor={id} className="form-label">
          {label}
        </label>
        {hint && (
          <span className="form-hint choice-hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </div>
    </div>
  )
}
