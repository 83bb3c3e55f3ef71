import type { SituationNote } from './situation.ts'

/** A text in lines of about `width` characters, broken between words; a longer word is broken where it must be. */
export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.trim().split(/\s+/)) {
    const pieces = word.length > width ? (word.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [word]) : [word]
    for (const piece of pieces) {
      if (line === '') line = piece
      else if (line.length + 1 + piece.length <= width) line += ` ${piece}`
      else {
        lines.push(line)
        line = piece
      }
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** The words in one house: each note as its lines, with how far down the first of them stands (in lines, a free line between notes). */
export function houseLines(notes: readonly Pick<SituationNote, 'id' | 'words'>[], width: number): { id: number; from: number; lines: string[] }[] {
  let from = 0
  return notes.map((n) => {
    const lines = wrapWords(n.words, width)
    const placed = { id: n.id, from, lines }
    from += lines.length + 0.6
    return placed
  })
}
