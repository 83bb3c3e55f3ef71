import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import { classes, useUiTexts } from './context.tsx'
import { describedBy, FieldError, useField } from './form.tsx'
import { Icon } from './icon.tsx'

export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** Only to override the error found by name in the form around. */
  error?: string
  id?: string
  /** Marks the field "(frivilligt)"; fields are required unless marked. */
  optional?: boolean
  disabled?: boolean
  /** Said but not shown: only where the place makes the label plain, as in a table. */
  hideLabel?: boolean
}

const Label = ({ id, label, optional, hideLabel }: { id: string; label: ReactNode; optional?: boolean; hideLabel?: boolean }) => {
  const t = useUiTexts()
  return (
    <label className={hideLabel ? 'sr-only' : 'form-label'} htmlFor={id}>
      {label}
      {optional && <span className="weight-normal"> ({t.optional})</span>}
    </label>
  )
}

const Hint = ({ id, hint }: { id: string; hint?: ReactNode }) =>
  hint ? (
    <span className="form-hint" id={`${id}-hint`}>
      {hint}
    </span>
  ) : null

const group = (error: string | undefined) => classes('form-group', error && 'form-error')

type TextFieldProps = FieldProps & {
  value?: string | number | null
  type?: 'text' | 'date' | 'email' | 'tel' | 'password' | 'url' | 'time' | 'month'
  /** `numeric` and `decimal` bring the number keyboard on a phone. */
  inputMode?: 'numeric' | 'decimal' | 'email' | 'tel'
  autoComplete?: HTMLInputAutoCompleteAttribute
  /** Room for about so many characters. */
  width?: 'xs' | 's' | 'm' | 'full'
  prefix?: string
  suffix?: string
  maxLength?: number
  spellCheck?: boolean
}

/** One line of text. Numbers too: `inputMode="numeric"`, never type=number. */
export const TextField = (props: TextFieldProps) => {
  const { name, label, hint, optional, disabled, hideLabel, value, type = 'text', width = 'm', prefix, suffix, ...rest } = props
  const { id, error } = useField(name, props)
  const input = (
    <input
      className={classes('form-input', `input-${width}`)}
      id={id}
      name={name}
      type={type}
      defaultValue={value ?? undefined}
      disabled={disabled}
      required={!optional && !disabled}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(id, { hint, error })}
      inputMode={rest.inputMode}
      autoComplete={rest.autoComplete}
      maxLength={rest.maxLength}
      spellCheck={rest.spellCheck}
    />
  )
  return (
    <div className={group(error)}>
      <Label id={id} label={label} optional={optional} hideLabel={hideLabel} />
      <Hint id={id} hint={hint} />
      <FieldError id={id} text={error} />
      {prefix || suffix ? (
        <div className={classes('form-input-wrapper', prefix && 'form-input-wrapper--prefix', suffix && 'form-input-wrapper--suffix')}>
          {prefix && <div className="form-input-prefix">{prefix}</div>}
          {input}
          {suffix && <div className="form-input-suffix">{suffix}</div>}
        </div>
      ) : (
        input
      )}
    </div>
  )
}

type TextAreaProps = FieldProps & {
  value?: string | null
  rows?: number
  /** Characters; counted down by the client script, not enforced by the browser. */
  limit?: number
  /** Stands just below the box, e.g. <ReadableBy …/>. */
  below?: ReactNode
}

/** Several lines of text. */
export const TextArea = (props: TextAreaProps) => {
  const { name, label, hint, optional, disabled, hideLabel, value, rows = 4, limit, below } = props
  const t = useUiTexts()
  const { id, error } = useField(name, props)
  return (
    <div className={group(error)}>
      <Label id={id} label={label} optional={optional} hideLabel={hideLabel} />
      <Hint id={id} hint={hint} />
      <FieldError id={id} text={error} />
      <textarea
        className="form-input"
        id={id}
        name={name}
        rows={rows}
        defaultValue={value ?? undefined}
        disabled={disabled}
        required={!optional && !disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error, limit, below })}
        data-limit={limit}
        data-limit-left={limit && t.charactersLeft(7).replace('7', '{n}')}
        data-limit-over={limit && t.charactersLeft(-7).replace('7', '{n}')}
      />
      {limit && (
        <span className="form-hint" id={`${id}-limit`} data-limit-status>
          {t.charactersAllowed(limit)}
        </span>
      )}
      {below && (
        <div className="field-below" id={`${id}-below`}>
          {below}
        </div>
      )}
    </div>
  )
}

/** "Det her kan læses af …": who will be able to read what is written in the box above. */
export const ReadableBy = ({ names, children }: { names?: readonly string[]; children?: ReactNode }) => {
  const t = useUiTexts()
  return (
    <p className="readable-by">
      <Icon name="visibility" />
      {t.readBy} {names?.join(', ')}
      {children}
    </p>
  )
}

type Option = { value: string | number; label: string; disabled?: boolean }

/** One of many, when there are more than about seven; fewer: RadioGroup. `placeholder` adds an empty first choice. */
export const Select = (props: FieldProps & { options: readonly Option[]; value?: string | number | null; placeholder?: string | true }) => {
  const { name, label, hint, optional, disabled, hideLabel, options, value, placeholder } = props
  const t = useUiTexts()
  const { id, error } = useField(name, props)
  return (
    <div className={group(error)}>
      <Label id={id} label={label} optional={optional} hideLabel={hideLabel} />
      <Hint id={id} hint={hint} />
      <FieldError id={id} text={error} />
      <select
        className="form-select"
        id={id}
        name={name}
        defaultValue={value ?? undefined}
        disabled={disabled}
        required={!optional && !disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      >
        {placeholder && <option value="">{placeholder === true ? t.choose : placeholder}</option>}
        {options.map((o) => (
          <option key={o.value} value={o.value} disabled={o.disabled}>
            {o.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A file. `accept` as in HTML; say size and kinds in the hint. The form must have `upload`. */
export const FileField = (props: FieldProps & { accept?: string; multiple?: boolean }) => {
  const { name, label, hint, optional, disabled, accept, multiple } = props
  const { id, error } = useField(name, props)
  return (
    <div className={group(error)}>
      <Label id={id} label={label} optional={optional} />
      <Hint id={id} hint={hint} />
      <FieldError id={id} text={error} />
      <input
        type="file"
        className="file-input"
        id={id}
        name={name}
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </div>
  )
}

/** Something we already know: shown, not typed. `editHref` leads to where it can be put right. `name` also sends it. */
export const ReadOnlyField = ({
  label,
  value,
  hint,
  editHref,
  name,
}: {
  label: ReactNode
  value: ReactNode
  hint?: ReactNode
  editHref?: string
  name?: string
}) => {
  const t = useUiTexts()
  return (
    <div className="form-group read-only">
      <span className="form-label">{label}</span>
      {hint && <span className="form-hint">{hint}</span>}
      <p className="read-only-value">
        {value}
        {editHref && (
          <a href={editHref} className="read-only-edit d-print-none">
            {t.change}
            <span className="sr-only"> {label}</span>
          </a>
        )}
      </p>
      {name && typeof value !== 'object' && <input type="hidden" name={name} value={String(value)} />}
    </div>
  )
}

/** Search box with its button. Alone it is a GET form; `bare` gives only the field, for a form around it. */
export const SearchField = ({
  name = 'q',
  label,
  value,
  action,
  id = 'search',
  bare,
}: {
  name?: string
  label?: string
  value?: string | null
  action?: string
  id?: string
  bare?: boolean
}) => {
  const t = useUiTexts()
  const field = (
    <div className="form-group search">
      <label htmlFor={id} className="sr-only">
        {label ?? t.search}
      </label>
      <input className="form-input" id={id} name={name} type="search" defaultValue={value ?? undefined} autoComplete="off" />
      <button className="button button-search" type="submit">
        <Icon name="search" className="m-0" />
        <span className="sr-only">{t.search}</span>
      </button>
    </div>
  )
  return bare ? (
    field
  ) : (
    <form method="get" action={action} role="search" className="search-form" aria-label={label ?? t.search}>
      {field}
    </form>
  )
}
