import type { ReactNode } from 'react'
import { classes, CsrfInput, LocaleProvider, useUiTexts } from './context.tsx'
import { Icon } from './icon.tsx'
import type { Locale } from './messages.ts'
import { LanguageSwitch, type NavItem, SkipLink } from './navigation.tsx'

type ShellProps = {
  municipality: { name: string; /** Address of the logo; without one the name is written. */ logoUrl?: string | null }
  locale: Locale
  csrf?: string
  /** Above everything: the demo banner, operational messages. */
  notices?: ReactNode
  /** This page's own address, to return to after a change of language. */
  here?: string
  languageAction?: string
  footer?: ReactNode
  children: ReactNode
}

type User = { name: string; role?: string }

const Brand = ({ municipality, home }: { municipality: ShellProps['municipality']; home: string }) => (
  <a className="brand" href={home}>
    {municipality.logoUrl ? (
      <img className="brand-logo" src={municipality.logoUrl} alt={municipality.name} height={36} />
    ) : (
      <span className="brand-municipality">{municipality.name}</span>
    )}
    <span className="brand-name">Helhed</span>
  </a>
)

const Notices = ({ children }: { children?: ReactNode }) => {
  const t = useUiTexts()
  return children ? (
    <aside className="notices d-print-none" aria-label={t.notices}>
      {children}
    </aside>
  ) : null
}

const LogOut = ({ action }: { action: string }) => {
  const t = useUiTexts()
  return (
    <form method="post" action={action} className="log-out">
      <CsrfInput />
      <button type="submit" className="shell-link">
        {t.logOut}
      </button>
    </form>
  )
}

/** Items of the bottom bar on a phone: the first ones, and the rest folded under "Mere". */
const BottomBar = ({ nav, room = 5 }: { nav: readonly NavItem[]; room?: number }) => {
  const t = useUiTexts()
  const shown = nav.length > room ? nav.slice(0, room - 1) : nav
  const rest = nav.slice(shown.length)
  const link = (item: NavItem) => (
    <a href={item.href} aria-current={item.current ? 'page' : undefined}>
      <Icon name={item.icon ?? 'chevron-right'} />
      <span>{item.label}</span>
    </a>
  )
  return (
    <nav className="bottom-bar d-print-none" aria-label={t.mainMenu}>
      <ul>
        {shown.map((item) => (
          <li key={item.href}>{link(item)}</li>
        ))}
        {rest.length > 0 && (
          <li>
            <details className="bottom-more" data-close-outside>
              <summary className={classes(rest.some((item) => item.current) && 'is-current')}>
                <Icon name="more-horiz" />
                <span>{t.more}</span>
              </summary>
              <ul>
                {rest.map((item) => (
                  <li key={item.href}>{link(item)}</li>
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  )
}

const TopNav = ({ nav }: { nav: readonly NavItem[] }) => {
  const t = useUiTexts()
  return (
    <nav className="top-nav d-print-none" aria-label={t.mainMenu}>
      <ul className="shell-inner">
        {nav.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const UserBlock = ({
  user,
  logOutAction,
  here,
  languageAction,
}: {
  user: User
  logOutAction: string
  here?: string
  languageAction?: string
}) => (
  <>
    <p className="user-name">
      {user.name}
      {user.role && <span className="user-role"> · {user.role}</span>}
    </p>
    <LanguageSwitch action={languageAction} next={here} />
    <LogOut action={logOutAction} />
  </>
)

type StaffShellProps = ShellProps & {
  user: User
  nav: readonly NavItem[]
  home?: string
  /** Where the family search is posted (`q`; a CPR number must not stand in an address); no search when left out. */
  searchAction?: string
  searchValue?: string
  logOutAction?: string
  /** Wider page, for registration and boards. */
  wide?: boolean
}

/** For staff: search and tabs at the top; on a phone a bar at the bottom. */
export const StaffShell = (props: StaffShellProps) => {
  const {
    municipality,
    locale,
    csrf,
    notices,
    here,
    languageAction,
    footer,
    children,
    user,
    nav,
    home = '/',
    searchAction,
    searchValue,
    wide,
  } = props
  const logOutAction = props.logOutAction ?? '/log-ud'
  return (
    <LocaleProvider locale={locale} csrf={csrf}>
      <div className={classes('shell shell-staff', wide && 'shell-wide')}>
        <SkipLink />
        <Notices>{notices}</Notices>
        <header className="shell-head d-print-none">
          <div className="shell-inner">
            <Brand municipality={municipality} home={home} />
            {searchAction && <StaffSearch action={searchAction} value={searchValue} />}
            <div className="user-block">
              <UserBlock user={user} logOutAction={logOutAction} here={here} languageAction={languageAction} />
            </div>
            <details className="user-menu" data-close-outside>
              <summary>
                <Icon name="person" label={user.name} />
              </summary>
              <div className="user-menu-body">
                <UserBlock user={user} logOutAction={logOutAction} here={here} languageAction={languageAction} />
              </div>
            </details>
          </div>
        </header>
        <TopNav nav={nav} />
        <main className="shell-main shell-inner" id="main-content" tabIndex={-1}>
          {children}
        </main>
        {footer && <footer className="shell-foot shell-inner d-print-none">{footer}</footer>}
        <BottomBar nav={nav} />
      </div>
    </LocaleProvider>
  )
}

const StaffSearch = ({ action, value }: { action: string; value?: string }) => {
  const t = useUiTexts()
  return (
    <form method="post" action={action} role="search" className="shell-search" aria-label={t.searchFamily}>
      <CsrfInput />
      <label htmlFor="family-search">{t.searchFamily}</label>
      <input id="family-search" name="q" type="search" defaultValue={value} autoComplete="off" />
      <button type="submit">
        <Icon name="search" label={t.search} />
      </button>
    </form>
  )
}

type PortalShellProps = ShellProps & {
  user?: User
  nav: readonly NavItem[]
  home?: string
  logOutAction?: string
  /** Where "Forlad siden" leads without a script: a page that ends the session and sends on to `exitTo`. */
  exitHref?: string
  /** A harmless page anyone might be reading. */
  exitTo?: string
}

/** For the family: phone first, large targets, short lines, and always a way out ("Forlad siden"). */
export const PortalShell = (props: PortalShellProps) => {
  const { municipality, locale, csrf, notices, here, languageAction, footer, children, user, nav, home = '/', exitHref, exitTo } = props
  return (
    <LocaleProvider locale={locale} csrf={csrf}>
      <div className="shell shell-portal">
        <SkipLink />
        {exitHref && <QuickExit href={exitHref} to={exitTo} />}
        <Notices>{notices}</Notices>
        <header className="shell-head d-print-none">
          <div className="shell-inner">
            <Brand municipality={municipality} home={home} />
            <div className="user-block user-block-always">
              <LanguageSwitch action={languageAction} next={here} />
              {user && <LogOut action={props.logOutAction ?? '/log-ud'} />}
            </div>
          </div>
        </header>
        {nav.length > 0 && <TopNav nav={nav} />}
        <main className="shell-main shell-inner" id="main-content" tabIndex={-1}>
          {children}
        </main>
        {footer && <footer className="shell-foot shell-inner d-print-none">{footer}</footer>}
        {nav.length > 0 && <BottomBar nav={nav} />}
      </div>
    </LocaleProvider>
  )
}

/** "Forlad siden": leaves at once and leaves no way back with the browser's back button (with a script). */
export const QuickExit = ({ href, to = 'https://www.dmi.dk/' }: { href: string; to?: string }) => {
  const t = useUiTexts()
  return (
    <aside aria-label={t.quickExit}>
      <a className="quick-exit d-print-none" href={href} rel="nofollow noreferrer" data-quick-exit={to}>
        <Icon name="close" />
        {t.quickExit}
        <span className="sr-only">. {t.quickExitHint}</span>
      </a>
    </aside>
  )
}

/** Logo and one column: log in, logged out, errors, first steps. */
export const PlainShell = ({
  municipality,
  locale,
  csrf,
  notices,
  here,
  languageAction,
  footer,
  children,
  home = '/',
}: ShellProps & { home?: string }) => (
  <LocaleProvider locale={locale} csrf={csrf}>
    <div className="shell shell-plain">
      <SkipLink />
      <Notices>{notices}</Notices>
      <header className="shell-head d-print-none">
        <div className="shell-inner">
          <Brand municipality={municipality} home={home} />
          <div className="user-block user-block-always">
            <LanguageSwitch action={languageAction} next={here} />
          </div>
        </div>
      </header>
      <main className="shell-main shell-inner" id="main-content" tabIndex={-1}>
        {children}
      </main>
      {footer && <footer className="shell-foot shell-inner d-print-none">{footer}</footer>}
    </div>
  </LocaleProvider>
)
