import type { ReactNode } from 'react'

/** About how many rows the text takes. */
const rowsOf = (text: string): number => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 110)), 0)

/**
 * A text to be copied into another system: a read-only box whose text can be marked, and with a script a button that copies it.
 * `note` stands between the label and the box.
 */
export const CopyBox = ({
  id,
  label,
  text,
  copyLabel,
  copiedText,
  note,
}: {
  id: string
  label: string
  text: string
  copyLabel: string
  copiedText: string
  note?: ReactNode
}) => (
  <div className="form-group copy-box">
    <label className="form-label" htmlFor={id}>
      {label}
    </label>
    {note && <div id={`${id}-note`}>{note}</div>}
    <textarea
      className="form-input"
      id={id}
      readOnly
      rows={Math.min(12, Math.max(2, rowsOf(text)))}
      value={text}
      aria-describedby={note ? `${id}-note` : undefined}
    />
    <div className="button-row">
      <button type="button" className="button button-secondary" data-copy={id} data-copied={copiedText} hidden>
        {copyLabel}
        <span className="sr-only"> {label}</span>
      </button>
      <span role="status" id={`${id}-copied`} className="note" />
    </div>
  </div>
)
