import type { ReactNode } from 'react'
import { classes, CsrfInput, useLocale, useUiTexts } from './context.tsx'
import { Icon, type IconName } from './icon.tsx'
import type { Locale } from './messages.ts'

export type NavItem = { href: string; label: string; current?: boolean; icon?: IconName; count?: number }

const current = (item: { current?: boolean }) => (item.current ? ('page' as const) : undefined)

/** Pages of one thing, as links: "Overblik | Planen | …". */
export const Tabs = ({ items, label }: { items: readonly NavItem[]; label: string }) => (
  <nav className="tabs d-print-none" aria-label={label}>
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={current(item)}>
            {item.label}
            {item.count !== undefined && <span className="tab-count"> ({item.count})</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** The way down to this page; the last one has no `href`. */
export const Breadcrumb = ({ items }: { items: readonly { label: ReactNode; href?: string }[] }) => {
  const t = useUiTexts()
  return (
    <nav className="breadcrumbs d-print-none" aria-label={t.breadcrumb}>
      <ol className="breadcrumbs__list">
        {items.map((item, index) => (
          <li key={index} className="breadcrumbs__list-item" aria-current={item.href ? undefined : 'page'}>
            {index > 0 && <Icon name="chevron-right" />}
            {item.href ? (
              <a className="breadcrumbs__link" href={item.href}>
                {item.label}
              </a>
            ) : (
              item.label
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** One step back, above the title. */
export const BackLink = ({ href, children }: { href: string; children?: ReactNode }) => {
  const t = useUiTexts()
  return (
    <div className="d-print-none">
      <a href={href} className="back-link">
        <Icon name="chevron-left" />
        {children ?? t.back}
      </a>
    </div>
  )
}

/** Menu beside the page, at most two levels. */
export const SideMenu = ({ items, label }: { label: string; items: readonly (NavItem & { items?: readonly NavItem[] })[] }) => {
  const entry = (item: NavItem & { items?: readonly NavItem[] }) => {
    const inside = item.items?.some((child) => child.current)
    return (
      <li key={item.href} className={classes((item.current || inside) && 'active', item.current && 'current')}>
        <a href={item.href} className="nav-link" aria-current={current(item)}>
          <span>{item.label}</span>
        </a>
        {item.items && (item.current || inside) && (
          <ul>
            {item.items.map((child) => (
              <li key={child.href} className={classes(child.current && 'active current')}>
                <a href={child.href} className="nav-link" aria-current={current(child)}>
                  <span>{child.label}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </li>
    )
  }
  return (
    <nav className="side-menu d-print-none" aria-label={label}>
      <ul className="sidemenu">{items.map(entry)}</ul>
    </nav>
  )
}

/** Page by page through a long list. `href` makes the address of a page, 1 is the first. */
export const Pagination = ({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) => {
  const t = useUiTexts()
  if (pages <= 1) return null
  return (
    <nav className="pages d-print-none" aria-label={t.pages}>
      {page > 1 ? (
        <a className="button button-secondary" rel="prev" href={href(page - 1)}>
          <Icon name="chevron-left" />
          {t.previous}
        </a>
      ) : (
        <span />
      )}
      <span className="pages-now">{t.page(page, pages)}</span>
      {page < pages ? (
        <a className="button button-secondary" rel="next" href={href(page + 1)}>
          {t.next}
          <Icon name="chevron-right" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}

/** First thing on a page for the keyboard. */
export const SkipLink = ({ href = '#main-content', children }: { href?: string; children?: ReactNode }) => {
  const t = useUiTexts()
  return (
    <a className="skipnav" href={href}>
      {children ?? t.skip}
    </a>
  )
}

const languages: readonly { code: Locale; short: string; name: string }[] = [
  { code: 'da', short: 'DA', name: 'Dansk' },
  { code: 'en', short: 'EN', name: 'English' },
]

/** DA|EN. Posts `locale` to `action`, with `next` = where to return. */
export const LanguageSwitch = ({ action = '/sprog', next }: { action?: string; next?: string }) => {
  const locale = useLocale()
  const t = useUiTexts()
  return (
    <form method="post" action={action} className="language-switch d-print-none" aria-label={t.language}>
      <CsrfInput />
      {next && <input type="hidden" name="next" value={next} />}
      {languages.map((language) => (
        <button
          key={language.code}
          type="submit"
          name="locale"
          value={language.code}
          lang={language.code}
          aria-current={locale === language.code ? 'true' : undefined}
        >
          <span aria-hidden="true">{language.short}</span>
          <span className="sr-only">{language.name}</span>
        </button>
      ))}
    </form>
  )
}

/** "Trin 2 af 3" above the title of a step. */
export const StepHeading = ({ step, of, children }: { step: number; of: number; children: ReactNode }) => {
  const t = useUiTexts()
  return (
    <div className="step-heading">
      <p className="step-subheading">{t.step(step, of)}</p>
      <h1>{children}</h1>
    </div>
  )
}
