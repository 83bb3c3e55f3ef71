import type { ReactNode } from 'react'

type Row = { key: string; label: string; value: number; href: string; note?: ReactNode }

/** Counts as bars in a table: the name opens the families behind it, the bar only repeats the number. */
export const RowBars = ({ caption, head, rows }: { caption: string; head: readonly [string, string]; rows: readonly Row[] }) => {
  const most = Math.max(1, ...rows.map((row) => row.value))
  return (
    <table className="table plain-table row-bars">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col" className="numeric">
            {head[1]}
          </th>
          <td className="row-bar" aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {row.value > 0 ? <a href={row.href}>{row.label}</a> : row.label}
              {row.note && <span className="note">{row.note}</span>}
            </th>
            <td className="numeric">{row.value}</td>
            <td className="row-bar" aria-hidden="true">
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
                <rect x="0" y="1" width={(100 * row.value) / most} height="8" rx="1" className="bar" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
