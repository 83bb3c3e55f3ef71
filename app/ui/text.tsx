import type { ReactNode } from 'react'
import { classes, useLocale, useUiTexts } from './context.tsx'
import { dueText, initials } from './due.ts'
import { Icon, type IconName } from './icon.tsx'

/** A word about the state of a thing, never of a person. Colour only supports the word. */
export const Badge = ({ children, tone = 'plain' }: { children: ReactNode; tone?: 'plain' | 'accent' | 'done' | 'attention' }) => (
  <span className={`badge badge-calm badge-${tone}`}>{children}</span>
)

/** A small label that sorts things (a sector, a theme). A link when it has an `href`. */
export const Tag = ({ children, href }: { children: ReactNode; href?: string }) =>
  href ? (
    <a className="label-tag" href={href}>
      {children}
    </a>
  ) : (
    <span className="label-tag">{children}</span>
  )

/** A person at a glance: initials, name, age. `whole` writes the age out ("9 år"). */
export const PersonChip = ({
  name,
  age,
  note,
  href,
  whole,
}: {
  name: string
  age?: number | null
  /** What they are here: "klasselærer". */ note?: string
  href?: string
  whole?: boolean
}) => {
  const t = useUiTexts()
  const inside = (
    <>
      <span className="person-initials" aria-hidden="true">
        {initials(name)}
      </span>
      <span className="person-name">{name}</span>
      {age !== null && age !== undefined && (
        <span className="person-age">
          {whole ? (
            t.years(age)
          ) : (
            <>
              <span className="sr-only">, {t.age} </span>
              {age}
            </>
          )}
        </span>
      )}
      {note && <span className="person-role">{note}</span>}
    </>
  )
  return href ? (
    <a className="person" href={href}>
      {inside}
    </a>
  ) : (
    <span className="person">{inside}</span>
  )
}

/** What someone said, in their own words. `by` says who, `heard` how (a child heard by whom). */
export const Quote = ({ children, by, heard, small }: { children: string; by?: ReactNode; heard?: ReactNode; small?: boolean }) => {
  const locale = useLocale()
  const [open, close] = locale === 'da' ? ['”', '”'] : ['“', '”']
  return (
    <figure className={classes('quote', small && 'quote-small')}>
      <blockquote>
        <p>
          {open}
          {children}
          {close}
        </p>
      </blockquote>
      {(by || heard) && (
        <figcaption>
          {by}
          {by && heard && ', '}
          {heard && <span className="quote-heard">{heard}</span>}
        </figcaption>
      )}
    </figure>
  )
}

/** A date both ways, "om 12 dage · 4. dec.". Dates are YYYY-MM-DD. Past the deadline is said in words, not in red. */
export const DueDate = ({ date, today, kind = 'deadline' }: { date: string; today: string; kind?: 'deadline' | 'event' }) => {
  const locale = useLocale()
  return (
    <time dateTime={date} className={classes('due', kind === 'deadline' && date < today && 'due-past')}>
      {dueText(date, today, locale, kind)}
    </time>
  )
}

/** Label and value, one pair per line. Empty values are left out. */
export const KeyValue = ({ items, stacked }: { items: readonly { key: ReactNode; value: ReactNode }[]; stacked?: boolean }) => (
  <dl className={classes('key-value', stacked && 'key-value-stacked')}>
    {items
      .filter((item) => item.value !== null && item.value !== undefined && item.value !== '')
      .map((item, index) => (
        <div key={index}>
          <dt>{item.key}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
  </dl>
)

/** Something more, folded away. */
export const Details = ({ summary, children, open, id }: { summary: ReactNode; children: ReactNode; open?: boolean; id?: string }) => (
  <details className="details" open={open} id={id}>
    <summary className="details-summary">{summary}</summary>
    <div className="details-text">{children}</div>
  </details>
)

/** Several foldable parts under headings. With `single`, opening one closes the others (where the browser can). */
export const Accordion = ({
  items,
  name,
  single,
}: {
  items: readonly { id?: string; title: ReactNode; aside?: ReactNode; content: ReactNode; open?: boolean }[]
  name?: string
  single?: boolean
}) => (
  <div className="fold">
    {items.map((item, index) => (
      <details key={item.id ?? index} id={item.id} open={item.open} name={single ? name : undefined} className="fold-item">
        <summary>
          <span className="fold-title">{item.title}</span>
          {item.aside && <span className="fold-aside">{item.aside}</span>}
          <Icon name="chevron-down" />
        </summary>
        <div className="fold-content">{item.content}</div>
      </details>
    ))}
  </div>
)

/** Quiet link on every staff page of a family: the way to a notification of concern. */
export const ConcernLink = ({ href, label }: { href: string; label?: string }) => {
  const t = useUiTexts()
  return (
    <p className="concern">
      <a href={href}>{label ?? t.concern}</a>
    </p>
  )
}

/** "Til sagen": the way for a record of a family's page to a sector's own case. Staff pages only; not on paper. `describe`: which record, for screen readers. */
export const ToCaseLink = ({ caseId, kind, id, describe }: { caseId: number; kind: 'entry' | 'message' | 'answer' | 'plan-file' | 'minutes'; id: number; describe: string }) => {
  const t = useUiTexts()
  return (
    <a className="d-print-none" href={`/familier/${caseId}/til-sagen/ny?kind=${kind}&id=${id}`}>
      {t.toCase}
      <span className="sr-only">: {describe}</span>
    </a>
  )
}

/** Small print beside or below something, with a sign when it helps. */
export const Note = ({ children, icon }: { children: ReactNode; icon?: IconName }) => (
  <p className="note">
    {icon && <Icon name={icon} />}
    {children}
  </p>
)

/** Said to screen readers only. */
export const Unseen = ({ children }: { children: ReactNode }) => <span className="sr-only">{children}</span>
