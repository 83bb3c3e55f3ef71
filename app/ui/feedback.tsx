import type { ReactNode } from 'react'
import { classes, CsrfInput, useUiTexts } from './context.tsx'
import { Icon } from './icon.tsx'

type Tone = 'info' | 'success' | 'warning' | 'error'

/** A message that belongs to the page. Errors interrupt the screen reader, others wait. Red is for errors only. */
export const Alert = ({
  tone = 'info',
  title,
  children,
  level = 2,
  live = true,
}: {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  level?: 2 | 3
  live?: boolean
}) => {
  const t = useUiTexts()
  const Heading = `h${level}` as const
  const label = { info: t.information, success: t.success, warning: t.warning, error: t.error }[tone]
  return (
    <div className={`alert alert-${tone} notice`} role={live ? (tone === 'error' ? 'alert' : 'status') : undefined}>
      <Icon name={tone} className="alert-icon" label={label} />
      <div className="alert-body">
        {title && <Heading className="alert-heading">{title}</Heading>}
        {typeof children === 'string' ? <p className="alert-text">{children}</p> : children}
      </div>
    </div>
  )
}

/** What just happened, in the corner ("Aftalen er klaret"). The client script closes it on click; it never vanishes by itself. */
export const Toast = ({ children, tone = 'success' }: { children: ReactNode; tone?: Exclude<Tone, 'error'> }) => {
  const t = useUiTexts()
  return (
    <div className={`toaster toaster-${tone} d-print-none`} role="status" data-toast>
      <Icon name={tone} label={{ info: t.information, success: t.success, warning: t.warning }[tone]} />
      <p>{children}</p>
      <button type="button" className="toaster-close" data-toast-close hidden aria-label={t.close}>
        <Icon name="close" />
      </button>
    </div>
  )
}

/**
 * What just happened, with "Fortryd" for ten seconds. Posts `fields` to `action`.
 * Without a script it stays; with one it goes after `seconds` unless the pointer or focus rests on it.
 */
export const UndoToast = ({
  children,
  action,
  fields = {},
  seconds = 10,
}: {
  children: ReactNode
  action: string
  fields?: Record<string, string | number>
  seconds?: number
}) => {
  const t = useUiTexts()
  return (
    <div className="toaster toaster-success d-print-none" role="status" data-toast data-toast-seconds={seconds}>
      <Icon name="success" label={t.success} />
      <p>{children}</p>
      <form method="post" action={action}>
        <CsrfInput />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="toaster-undo">
          {t.undo}
        </button>
      </form>
    </div>
  )
}

/**
 * A dialog. Open it with <ModalLink for="id">: a link to its anchor without a script (`:target`), a real modal with one.
 * `back` is where closing leads without a script.
 */
export const Modal = ({
  id,
  title,
  children,
  actions,
  back = '#main-content',
}: {
  id: string
  title: ReactNode
  children: ReactNode
  actions?: ReactNode
  back?: string
}) => {
  const t = useUiTexts()
  return (
    <dialog className="dialog" id={id} aria-labelledby={`${id}-title`}>
      <div className="dialog-head">
        <h2 className="dialog-title" id={`${id}-title`}>
          {title}
        </h2>
        <a href={back} className="dialog-close function-link" data-close-dialog>
          <Icon name="close" />
          {t.close}
        </a>
      </div>
      <div className="dialog-body">{children}</div>
      {actions && <div className="dialog-foot button-row">{actions}</div>}
    </dialog>
  )
}

export const ModalLink = ({
  for: id,
  children,
  variant = 'secondary',
}: {
  for: string
  children: ReactNode
  variant?: 'primary' | 'secondary' | 'quiet'
}) => (
  <a
    href={`#${id}`}
    data-open-dialog={id}
    role="button"
    className={classes(variant === 'quiet' ? 'function-link' : `button button-${variant}`, 'link-button')}
  >
    {children}
  </a>
)

/**
 * Five minutes before logout: a dialog with a countdown and "Bliv logget ind".
 * `expiresInSeconds` counts from when the page was sent; `keepUrl` is posted to stay, `loggedOutUrl` opened when time is up.
 * Invisible and silent without a script: the server ends the session all the same.
 */
export const SessionWarning = ({
  expiresInSeconds,
  keepUrl,
  loggedOutUrl,
  warnSeconds = 300,
  drafts,
}: {
  expiresInSeconds: number
  keepUrl: string
  loggedOutUrl: string
  warnSeconds?: number
  drafts?: boolean
}) => {
  const t = useUiTexts()
  return (
    <dialog
      className="dialog"
      aria-labelledby="session-title"
      aria-describedby="session-body"
      data-session
      data-session-seconds={expiresInSeconds}
      data-session-warn={warnSeconds}
      data-session-keep={keepUrl}
      data-session-out={loggedOutUrl}
      data-session-format={t.sessionMinutes(111, 22)}
    >
      <div className="dialog-head">
        <h2 className="dialog-title" id="session-title">
          {t.sessionTitle}
        </h2>
      </div>
      <div className="dialog-body" id="session-body">
        <p>{t.sessionBody}</p>
        <p className="session-countdown" data-session-countdown role="timer" aria-live="off">
          {t.sessionMinutes(Math.floor(warnSeconds / 60), warnSeconds % 60)}
        </p>
        {drafts && <p>{t.sessionSaved}</p>}
      </div>
      <div className="dialog-foot">
        <form method="post" action={keepUrl} data-session-form>
          <CsrfInput />
          <button type="submit" className="button button-primary">
            {t.sessionStay}
          </button>
        </form>
      </div>
    </dialog>
  )
}
