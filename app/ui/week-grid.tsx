import type { ReactNode } from 'react'
import { classes, useLocale, useUiTexts } from './context.tsx'

export type WeekItem = {
  /** 1 is Monday. */
  weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7
  /** HH:MM. */
  from?: string
  to?: string
  what: ReactNode
  who?: ReactNode
  where?: ReactNode
  /** Clashes with something else that day: said in words, marked with a line. */
  clash?: string
}

const dayNames = {
  da: ['Mandag', 'Tirsdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lørdag', 'Søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

const clock = (time: string) => time.replace(':', '.')

/** An ordinary week: seven columns on a desk, days below each other on a phone. Weekends without anything are left out. */
export const WeekGrid = ({ items, label }: { items: readonly WeekItem[]; label: string }) => {
  const t = useUiTexts()
  const locale = useLocale()
  const on = (weekday: number) =>
    items.filter((item) => item.weekday === weekday).sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
  const days = dayNames[locale]
    .map((name, index) => ({ name, items: on(index + 1) }))
    .filter((day, index) => index < 5 || day.items.length > 0)
  return (
    <div className={`week week-${days.length}`} role="group" aria-label={label}>
      {days.map((day) => (
        <section key={day.name} className="week-day">
          <h3 className="week-name">{day.name}</h3>
          {day.items.length === 0 ? (
            <p className="week-none">
              <span className="sr-only">{t.nothingThatDay}</span>
            </p>
          ) : (
            <ul>
              {day.items.map((item, index) => (
                <li key={index} className={classes('week-item', item.clash && 'week-clash')}>
                  {item.from && (
                    <span className="week-time">
                      {clock(item.from)}
                      {item.to && `–${clock(item.to)}`}
                    </span>
                  )}
                  <span className="week-what">{item.what}</span>
                  {item.who && <span className="week-who">{item.who}</span>}
                  {item.where && <span className="week-who">{item.where}</span>}
                  {item.clash && <span className="week-clash-text">{item.clash}</span>}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}
