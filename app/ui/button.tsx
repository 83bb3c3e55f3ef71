import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classes, CsrfInput, useUiTexts } from './context.tsx'
import { Icon, type IconName } from './icon.tsx'

/** `primary` is the next step: at most one on a page. `quiet` looks like a link. */
export type ButtonVariant = 'primary' | 'secondary' | 'tertiary' | 'quiet'

const variantClass = (variant: ButtonVariant) => (variant === 'quiet' ? 'function-link' : `button button-${variant}`)

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'> & { variant?: ButtonVariant; icon?: IconName }

/**
 * A button that does nothing by itself (`type="button"`), for the client script or a page's own handler.
 * `disabledReason` shows it disabled with the reason read out and written beside it.
 */
export const Button = ({
  variant = 'secondary',
  icon,
  children,
  disabledReason,
  type = 'button',
  ...rest
}: ButtonProps & { disabledReason?: string }) =>
  disabledReason ? (
    <span className="disabled-with-reason">
      <button type={type} className={variantClass(variant)} aria-disabled="true" disabled>
        {icon && <Icon name={icon} />}
        {children}
      </button>
      <span className="disabled-reason">{disabledReason}</span>
    </span>
  ) : (
    <button type={type} className={variantClass(variant)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )

/** Submits the form around it. `name`/`value` tell the action which button it was. */
export const SubmitButton = (props: ButtonProps & { disabledReason?: string }) => <Button variant="primary" {...props} type="submit" />

type LinkButtonProps = { href: string; variant?: ButtonVariant; icon?: IconName; children: ReactNode; newWindow?: boolean }

/** A link that looks like a button: goes somewhere, changes nothing. */
export const LinkButton = ({ href, variant = 'secondary', icon, children, newWindow }: LinkButtonProps) => {
  const t = useUiTexts()
  return (
    <a href={href} className={classes(variantClass(variant), 'link-button')} {...(newWindow && { target: '_blank', rel: 'noopener' })}>
      {icon && <Icon name={icon} />}
      {children}
      {newWindow && <span className="sr-only"> ({t.newWindow})</span>}
    </a>
  )
}

/**
 * Submit in two steps, without a script: the first click opens the question, the second submits.
 * `question` says what will happen; `confirm` is the label of the button that does it.
 */
export const ConfirmButton = ({
  label,
  question,
  confirm,
  name,
  value,
  variant = 'secondary',
  children,
}: {
  label: ReactNode
  question: string
  confirm: string
  name?: string
  value?: string
  variant?: ButtonVariant
  children?: ReactNode
}) => {
  const t = useUiTexts()
  return (
    <details className="confirm">
      <summary className={variantClass(variant)}>{label}</summary>
      <div className="confirm-body" role="group" aria-label={t.sure}>
        <p>{question}</p>
        {children}
        <button type="submit" className="button button-primary" name={name} value={value}>
          {confirm}
        </button>
      </div>
    </details>
  )
}

/** A form of one button: `fields` are sent as hidden values. For verbs on a row ("Klaret", "Udsæt"). */
export const ActionButton = ({
  action,
  fields = {},
  label,
  variant = 'secondary',
  icon,
  describe,
  disabledReason,
}: {
  action: string
  fields?: Record<string, string | number>
  label: ReactNode
  variant?: ButtonVariant
  icon?: IconName
  /** Said after the label for screen readers only: which row it is about. */ describe?: string
  disabledReason?: string
}) => (
  <form method="post" action={action} className="action-form">
    <CsrfInput />
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <SubmitButton variant={variant} icon={icon} disabledReason={disabledReason}>
      {label}
      {describe && <span className="sr-only"> {describe}</span>}
    </SubmitButton>
  </form>
)

/** Buttons side by side, the most important first. */
export const ButtonGroup = ({ children }: { children: ReactNode }) => <div className="button-row">{children}</div>
