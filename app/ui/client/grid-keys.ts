/**
 * Moving about in a table of fields by keyboard: arrows up and down in the column, left and right where the caret is at the edge (a select keeps its own up and down with Alt).
 * A key that fills a field by itself (`data-step`) goes on to the field below.
 */
export const moveInGrids = (document: Document): void => {
  document.addEventListener('keydown', (event) => {
    const field = cellOf(event.target)
    if (!field || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const to = target(field, event.key)
    if (!to) return
    event.preventDefault()
    take(to)
  })
  document.addEventListener('input', (event) => {
    const field = cellOf(event.target)
    if (!(field instanceof HTMLInputElement) || !field.dataset.step || field.value.length !== 1) return
    if (field.dataset.step.includes(field.value.toLowerCase())) take(inColumn(field, 1) ?? field)
  })
}

type Field = HTMLInputElement | HTMLSelectElement
const cellOf = (target: EventTarget | null): Field | null =>
  (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) && 'cell' in target.dataset && target.closest('[data-grid]') ? target : null

function target(field: Field, key: string): Field | null {
  if (field instanceof HTMLSelectElement && (key === 'ArrowUp' || key === 'ArrowDown')) return null
  if (key === 'ArrowDown' || key === 'Enter') return inColumn(field, 1)
  if (key === 'ArrowUp') return inColumn(field, -1)
  if (key === 'ArrowLeft' && atEdge(field, 'start')) return inRow(field, -1)
  if (key === 'ArrowRight' && atEdge(field, 'end')) return inRow(field, 1)
  return null
}

function atEdge(field: Field, edge: 'start' | 'end'): boolean {
  if (field instanceof HTMLSelectElement) return true
  const [from, to] = [field.selectionStart, field.selectionEnd]
  if (from === 0 && to === field.value.length) return true
  return from === to && from === (edge === 'start' ? 0 : field.value.length)
}

const fieldsIn = (root: ParentNode): Field[] => [...root.querySelectorAll<Field>('[data-cell]')].filter((f) => !f.disabled)

/** The next row of the table with a field in the same column. */
function inColumn(field: Field, step: 1 | -1): Field | null {
  const cell = field.closest('td')
  const grid = field.closest('[data-grid]')
  if (!cell || !grid) return null
  const rows = [...grid.querySelectorAll('tr')]
  for (let at = rows.findIndex((row) => row.contains(cell)) + step; at >= 0 && at < rows.length; at += step) {
    const there = rows[at]?.cells[cell.cellIndex]
    const found = there && fieldsIn(there)[0]
    if (found) return found
  }
  return null
}
function inRow(field: Field, step: 1 | -1): Field | null {
  const all = fieldsIn(field.closest('tr') ?? field)
  return all[all.indexOf(field) + step] ?? null
}
function take(field: Field): void {
  field.focus()
  if (field instanceof HTMLInputElement) field.select()
}
