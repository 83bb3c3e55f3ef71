import type { ReactNode } from 'react'
import { classes, useUiTexts } from './context.tsx'
import { Icon, type IconName } from './icon.tsx'

type CardProps = {
  title?: ReactNode
  /** Level of the title's heading; the look is the same. */
  level?: 2 | 3 | 4
  /** Beside the title: a count, a badge. */
  aside?: ReactNode
  /** At the bottom: "Se alle" and the like. */
  footer?: ReactNode
  /** The one card that matters most on the page. */
  accent?: boolean
  id?: string
  children: ReactNode
}

/** A part of a page with a title of its own. */
export const Card = ({ title, level = 2, aside, footer, accent, id, children }: CardProps) => {
  const Heading = `h${level}` as const
  return (
    <section className={classes('panel', accent && 'panel-accent')} id={id}>
      {title && (
        <div className="panel-head">
          <Heading className="panel-title">{title}</Heading>
          {aside && <span className="panel-aside">{aside}</span>}
        </div>
      )}
      <div className="panel-body">{children}</div>
      {footer && <div className="panel-foot">{footer}</div>}
    </section>
  )
}

/** Cards side by side where there is room, below each other on a phone. */
export const CardGrid = ({ columns = 3, children }: { columns?: 2 | 3; children: ReactNode }) => (
  <div className={`panel-grid panel-grid-${columns}`}>{children}</div>
)

/** A whole card that leads somewhere: large target, one line of help. */
export const LinkCard = ({
  href,
  title,
  children,
  icon,
  aside,
}: {
  href: string
  title: ReactNode
  children?: ReactNode
  icon?: IconName
  aside?: ReactNode
}) => (
  <a className="link-card" href={href}>
    {icon && <Icon name={icon} className="link-card-icon" />}
    <span className="link-card-text">
      <span className="link-card-title">{title}</span>
      {children && <span className="link-card-help">{children}</span>}
    </span>
    {aside && <span className="link-card-aside">{aside}</span>}
    <Icon name="chevron-right" />
  </a>
)

/** What will stand here, why, and the button that starts it. */
export const EmptyState = ({ title, children, action }: { title: ReactNode; children: ReactNode; action?: ReactNode }) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    <div className="empty-text">{typeof children === 'string' ? <p>{children}</p> : children}</div>
    {action && <div className="empty-action">{action}</div>}
  </div>
)

/** The family's own view of one consent: one card per named helper. Words only, no matrix. */
export const ConsentCard = ({
  name,
  relation,
  maySee,
  mayNotSee,
  until,
  because,
  actions,
  level = 2,
}: {
  name: string
  /** What they are to the family: "Idas lærer". */ relation?: string
  maySee: readonly ReactNode[]
  mayNotSee?: readonly ReactNode[]
  /** Date in words ("1. juni 2027"); left out: until they say stop; null: nothing that could be stopped. */ until?: string | null
  because?: ReactNode
  actions?: ReactNode
  level?: 2 | 3
}) => {
  const t = useUiTexts()
  const Heading = `h${level}` as const
  const list = (items: readonly ReactNode[], icon: IconName, label: string) => (
    <div className="consent-list">
      <h3 className="consent-label">{label}</h3>
      <ul className="nobullet-list">
        {items.map((item, index) => (
          <li key={index}>
            <Icon name={icon} />
            {item}
          </li>
        ))}
      </ul>
    </div>
  )
  return (
    <section className="panel consent">
      <div className="panel-head">
        <Heading className="panel-title">
          {name}
          {relation && <span className="consent-role">, {relation}</span>}
        </Heading>
      </div>
      <div className="panel-body">
        {list(maySee, 'check', t.maySee)}
        {mayNotSee && mayNotSee.length > 0 && list(mayNotSee, 'close', t.mayNotSee)}
        {because && <p className="consent-because">{because}</p>}
        {until !== null && <p className="consent-until">{until ? t.until(until) : t.noEnd}</p>}
      </div>
      {actions && <div className="panel-foot button-row">{actions}</div>}
    </section>
  )
}

/** Title of a page with what belongs beside it: one lead line, people, the next step. */
export const PageHead = ({
  title,
  lead,
  children,
  action,
}: {
  title: ReactNode
  lead?: ReactNode
  children?: ReactNode
  action?: ReactNode
}) => (
  <header className="page-head">
    <div className="page-head-text">
      <h1>{title}</h1>
      {lead && <p className="page-lead">{lead}</p>}
      {children}
    </div>
    {action && <div className="page-head-action">{action}</div>}
  </header>
)

/** The head of a family's pages: name, people, a line about the case, the next meeting. */
export const FamilyHead = ({
  name,
  people,
  facts,
  action,
}: {
  name: ReactNode
  people: ReactNode
  facts?: readonly ReactNode[]
  action?: ReactNode
}) => (
  <header className="family-head">
    <div className="family-head-row">
      <p className="family-name">{name}</p>
      <div className="people">{people}</div>
      {action && <div className="page-head-action">{action}</div>}
    </div>
    {facts && (
      <ul className="family-facts">
        {facts.map((fact, index) => (
          <li key={index}>{fact}</li>
        ))}
      </ul>
    )}
  </header>
)
