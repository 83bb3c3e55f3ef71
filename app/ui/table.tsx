import type { ReactNode } from 'react'
import { classes, useUiTexts } from './context.tsx'
import { Icon } from './icon.tsx'

export type Column<Row> = {
  key: string
  label: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers stand to the right. */
  numeric?: boolean
  /** Address that sorts by this column (the other way when it is sorted already). */
  sortHref?: string
  sorted?: 'ascending' | 'descending'
  /** The cell that names the row. Only one. */
  rowHeader?: boolean
}

type TableProps<Row> = {
  caption: ReactNode
  /** Only for screen readers, when a heading just above says the same. */
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row, index: number) => string | number
  /** Last row with sums; one cell per column. */
  foot?: readonly ReactNode[]
  /** Shown instead of the table when there are no rows: an <EmptyState>. */
  empty?: ReactNode
  compact?: boolean
  /** Columns of one width, so that tables below each other line up. */
  even?: boolean
}

const plainText = (node: ReactNode) => (typeof node === 'string' ? node : undefined)

const HeaderCell = <Row,>({ column }: { column: Column<Row> }) => {
  const t = useUiTexts()
  const { label, sortHref, sorted, numeric } = column
  return (
    <th scope="col" aria-sort={sorted} className={classes(numeric && 'numeric')}>
      {sortHref ? (
        <a href={sortHref} className="sort-link" title={typeof label === 'string' ? t.sortBy(label.toLowerCase()) : undefined}>
          {label}
          <span className="sort-mark" aria-hidden="true">
            {sorted === 'ascending' ? '▲' : sorted === 'descending' ? '▼' : '↕'}
          </span>
        </a>
      ) : (
        label
      )}
    </th>
  )
}

/** Rows and columns; on a phone each row becomes a small card with the column's name before each value. */
export const Table = <Row,>({ caption, hideCaption, columns, rows, rowKey, foot, empty, compact, even }: TableProps<Row>) => {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <div className="table-frame">
      <table className={classes('table rows', compact && 'table--compact', even && 'table-even')}>
        <caption className={hideCaption ? 'sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.key} scope="row" data-title={plainText(column.label)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={classes(column.numeric && 'numeric')} data-title={plainText(column.label)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {foot.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={index} className={classes(columns[index]?.numeric && 'numeric')} data-title={plainText(columns[index]?.label)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

/** What we know about one thing, line by line, each with its own "Ret". For "Tjek dine svar". */
export const StructuredList = ({
  items,
  caption,
}: {
  caption?: string
  items: readonly { label: ReactNode; value: ReactNode; editHref?: string; editLabel?: string }[]
}) => {
  const t = useUiTexts()
  return (
    <table className="table structured-list answers">
      {caption && <caption className="sr-only">{caption}</caption>}
      <tbody>
        {items.map((item, index) => (
          <tr key={index}>
            <th scope="row">{item.label}</th>
            <td>{item.value}</td>
            <td className="answers-edit d-print-none">
              {item.editHref && (
                <a href={item.editHref}>
                  {item.editLabel ?? t.edit}
                  <span className="sr-only"> {item.label}</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Room for a table wider than the page: scrolls sideways, by keyboard too. */
export const ScrollFrame = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  // A part that scrolls must be reachable by keyboard (WCAG 2.1.1), though nothing in it can be pressed.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <section className="matrix-frame" tabIndex={0} aria-label={typeof label === 'string' ? label : undefined}>
    {children}
  </section>
)

/** A cell of a matrix: who it holds for, and until when. Empty `people` is a no. */
export type MatrixCell = { people: readonly string[]; until?: string; href?: string; note?: string }

/** Rows against columns, with first names in the cells: who may see what (staff only). */
export const MatrixTable = ({
  caption,
  columns,
  rows,
  hideCaption,
  corner,
}: {
  caption: ReactNode
  hideCaption?: boolean
  /** What the rows are, for screen readers. */ corner?: string
  columns: readonly { key: string; label: ReactNode; sub?: ReactNode }[]
  rows: readonly { key: string; label: ReactNode; cells: readonly MatrixCell[] }[]
}) => {
  const t = useUiTexts()
  const content = (cell: MatrixCell) =>
    cell.people.length === 0 ? (
      <>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t.no}</span>
      </>
    ) : (
      <>
        <Icon name="check" label={t.yes} />
        <span className="matrix-people">{cell.people.join(', ')}</span>
        {cell.until && <span className="matrix-until">{t.until(cell.until).toLowerCase()}</span>}
      </>
    )
  return (
    <ScrollFrame label={caption}>
      <table className="matrix">
        <caption className={hideCaption ? 'sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{corner ?? t.what}</span>
            </th>
            {columns.map((c) => (
              <th key={c.key} scope="col">
                {c.label}
                {c.sub && <span className="matrix-sub">{c.sub}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {columns.map((c, index) => {
                const cell = row.cells[index] ?? { people: [] }
                return (
                  <td key={c.key}>
                    {cell.href ? <a href={cell.href}>{content(cell)}</a> : content(cell)}
                    {cell.note && <span className="matrix-until">{cell.note}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
