import { createContext, type ReactNode, useContext } from 'react'
import { classes, CsrfInput, useUiTexts } from './context.tsx'
import { Icon } from './icon.tsx'

/** Text of the error by name of the field, in the order of the page. The empty name '' stands for the form as a whole. */
export type FieldErrors = Record<string, string>

type FormState = { errors: FieldErrors; prefix: string }
const FormContext = createContext<FormState>({ errors: {}, prefix: 'f' })

/** Id of the (first) control of a field, from its name: what the error summary points to. */
export const fieldId = (name: string, prefix = 'f'): string =>
  `${prefix}-${name
    .replace(/\.day$/, '')
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/-+$/, '')}`

/** Id and error of a field in the form around it. `id` and `error` given by hand win. */
export const useField = (name: string, given: { id?: string; error?: string } = {}) => {
  const { errors, prefix } = useContext(FormContext)
  return { id: given.id ?? fieldId(name, prefix), error: given.error ?? errors[name] }
}

/** The ids that describe a field, for `aria-describedby`: hint, then error, then what else is given. */
export const describedBy = (id: string, parts: { hint?: unknown; error?: unknown; limit?: unknown; below?: unknown }): string | undefined =>
  classes(!!parts.hint && `${id}-hint`, !!parts.error && `${id}-error`, !!parts.limit && `${id}-limit`, !!parts.below && `${id}-below`)

/** Errors by field name from a list of issues, the first of each field. Path parts are joined by dots. */
export const toFieldErrors = (issues: readonly { path: string | readonly PropertyKey[]; message: string }[]): FieldErrors => {
  const errors: FieldErrors = {}
  for (const issue of issues) {
    const name = typeof issue.path === 'string' ? issue.path : issue.path.map(String).join('.')
    errors[name] ??= issue.message
  }
  return errors
}

/**
 * All errors of a form, above the page's title: the same texts as at the fields, each a link that moves focus there.
 * Shown also for a single error; empty when there is none. The client script moves focus here when the page opens.
 */
export const ErrorSummary = ({ errors, prefix = 'f' }: { errors?: FieldErrors | null; prefix?: string }) => {
  const t = useUiTexts()
  const entries = Object.entries(errors ?? {})
  if (entries.length === 0) return null
  return (
    <div className="alert alert-error error-summary" role="alert" tabIndex={-1} data-error-summary aria-labelledby={`${prefix}-errors`}>
      <Icon name="error" className="alert-icon" label={t.error} />
      <div className="alert-body">
        <h2 className="alert-heading" id={`${prefix}-errors`}>
          {t.errorSummary(entries.length)}
        </h2>
        <ul className="nobullet-list">
          {entries.map(([name, text]) => (
            <li key={name}>
              {name === '' ? (
                text
              ) : (
                <a className="function-link" href={`#${fieldId(name, prefix)}`}>
                  {text}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

type FormProps = {
  action?: string
  method?: 'post' | 'get'
  errors?: FieldErrors | null
  /** Set when the page shows its own ErrorSummary above the title (preferred). */
  summaryElsewhere?: boolean
  /** Separates two forms on one page: ids become `prefix-name`. */
  prefix?: string
  /** The form is saved as a draft by the client script, by POST of its fields to this address. */
  draftUrl?: string
  /** Ask once when leaving with changes; on by default when there is a draft. */
  guard?: boolean
  upload?: boolean
  children: ReactNode
}

/** A form that works without a script. Fields inside find their errors by name. */
export const Form = ({
  action,
  method = 'post',
  errors,
  summaryElsewhere,
  prefix = 'f',
  draftUrl,
  guard = !!draftUrl,
  upload,
  children,
}: FormProps) => (
  <FormContext value={{ errors: errors ?? {}, prefix }}>
    {!summaryElsewhere && <ErrorSummary errors={errors} prefix={prefix} />}
    <form
      action={action}
      method={method}
      className="form"
      noValidate
      encType={upload ? 'multipart/form-data' : undefined}
      data-draft-url={draftUrl}
      data-guard={guard ? '' : undefined}
    >
      {method === 'post' && <CsrfInput />}
      {children}
    </form>
  </FormContext>
)

/** A group of fields under one heading. */
export const Fieldset = ({ legend, hint, children, id }: { legend: ReactNode; hint?: ReactNode; children: ReactNode; id?: string }) => (
  <fieldset className="fieldset" id={id}>
    <legend className="fieldset-legend">{legend}</legend>
    {hint && <span className="form-hint">{hint}</span>}
    {children}
  </fieldset>
)

/** The words of an error at its field. */
export const FieldError = ({ id, text }: { id: string; text?: string }) => {
  const t = useUiTexts()
  return text ? (
    <span className="form-error-message" id={`${id}-error`}>
      <span className="sr-only">{t.errorPrefix}</span>
      {text}
    </span>
  ) : null
}

/** Where the client script writes "gemt kl. 10.32". Stands inside a form with `draftUrl`. `savedAt`: HH.MM of the last save. */
export const DraftStatus = ({ savedAt }: { savedAt?: string }) => {
  const t = useUiTexts()
  return (
    <p
      className="draft-status"
      role="status"
      data-draft-status
      data-saved={t.saved('{time}')}
      data-saving={t.saving}
      data-failed={t.notSaved}
      data-leave={t.unsaved}
    >
      {savedAt && t.saved(savedAt)}
    </p>
  )
}
