import { lix, longWordsIn } from '../../platform/calc/lix.ts'

type Texts = { bands: Record<string, string>; long: number; shown: number; words: string; lix: string }

/** How hard the text is to read and its longest words, as the page said it first; empty for a text without words. */
export function readabilityText(text: string, t: Texts): string {
  const found = lix(text)
  if (found.lix === null) return ''
  const long = longWordsIn(text)
    .filter((word) => word.length >= t.long)
    .slice(0, t.shown)
  const value = t.lix.replace('{n}', String(Math.round(found.lix))).replace('{band}', t.bands[found.band] ?? '')
  return long.length > 0 ? `${value} · ${t.words.replace('{words}', long.join(', '))}` : value
}

/** Follows the text of a field that has a line for it (`data-lix`, the field's id with -lix). Never spoken: it is a hint, not a message. */
export const followReadability = (document: Document): void => {
  document.addEventListener('input', (event) => {
    const box = event.target
    if (!(box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement)) return
    const line = document.getElementById(`${box.id}-lix`)
    if (line?.dataset.lix) line.textContent = readabilityText(box.value, JSON.parse(line.dataset.lix) as Texts)
  })
}
