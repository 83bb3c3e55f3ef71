import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { classes } from '#app/ui/context.tsx'
import { describedBy, FieldError, useField } from '#app/ui/form.tsx'

/** `keys`: digits that fill the field by themselves and go on to the next; none for numbers of several digits. */
export type NumberRow = { name: string; label: string; aside: string | null; keys: string | null; stands: string }

/** A column of small number fields that goes by keyboard. */
export function NumberTable({ caption, hint, rows, values }: { caption: string; hint?: string; rows: readonly NumberRow[]; values: Values | null }) {
  return (
    <div className="table-frame mt-5" data-grid="">
      <table className="table table--compact">
        <caption>
          {caption}
          {hint && <span className="form-hint">{hint}</span>}
        </caption>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.label}</th>
              <td>
                <NumberCell row={row} caption={caption} values={values} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function NumberCell({ row, caption, values }: { row: NumberRow; caption: string; values: Values | null }) {
  const { id, error } = useField(row.name)
  return (
    <div className={classes('value-cell', error && 'form-error')}>
      <FieldError id={id} text={error} />
      <input
        id={id}
        name={row.name}
        className="form-input"
        aria-label={`${caption}: ${row.label}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint: row.aside, error })}
        defaultValue={typed(values, row.name, row.stands)}
        inputMode={row.keys ? 'numeric' : 'decimal'}
        autoComplete="off"
        maxLength={6}
        data-cell=""
        data-step={row.keys ?? undefined}
      />
      {row.aside && (
        <span className="value-last" id={`${id}-hint`}>
          {row.aside}
        </span>
      )}
    </div>
  )
}
