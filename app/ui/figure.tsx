import type { ReactNode } from 'react'
import { useUiTexts } from './context.tsx'
import { ScrollFrame } from './table.tsx'

/**
 * A picture with its numbers: the SVG, and the same figures in a table one click away.
 * `alt` says in a sentence what the picture shows; the table is for the rest.
 * On paper the table is folded away, unless `printTable`.
 */
export const Figure = ({
  title,
  alt,
  note,
  children,
  table,
}: {
  title?: ReactNode
  alt: string
  note?: ReactNode
  children: ReactNode
  table: ReactNode
}) => {
  const t = useUiTexts()
  return (
    <figure className="figure">
      {title && <figcaption className="figure-title">{title}</figcaption>}
      <div role="img" aria-label={alt} className="figure-picture">
        {children}
      </div>
      {note && <p className="note">{note}</p>}
      <details className="figure-table d-print-none">
        <summary>{t.showTable}</summary>
        {table}
      </details>
    </figure>
  )
}

/** Table under a picture: head, and rows of which the first cell names the row. Numbers are given as they should be shown. */
export const FigureTable = ({
  caption,
  head,
  rows,
}: {
  caption: ReactNode
  head: readonly ReactNode[]
  rows: readonly (readonly ReactNode[])[]
}) => (
  <ScrollFrame label={caption}>
    <table className="table table--compact plain-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th key={index} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) =>
              column === 0 ? (
                <th key={column} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={column}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollFrame>
)

/** The same picture drawn for a phone, a card and a page: the stylesheet shows the one that fits its place. */
export const Sized = ({ draw }: { draw: (width: number, className: string) => ReactNode }) => (
  <>
    {draw(860, 'only-wide')}
    {draw(540, 'only-middle')}
    {draw(340, 'only-narrow')}
  </>
)
