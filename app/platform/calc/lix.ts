/** How hard a text is to read, in the schoolbook's bands. */
export const lixBands = ['veryEasy', 'easy', 'medium', 'hard', 'veryHard'] as const
export type LixBand = (typeof lixBands)[number]

export type Lix =
  | { lix: number; words: number; sentences: number; longWords: number; band: LixBand }
  | { lix: null; words: 0; sentences: number; longWords: 0; band: null; reason: 'noWords' }

/** A word is a run of letters or digits; a hyphen or apostrophe inside belongs to it. */
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-\u2010\u2011'’][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu
const sentenceEnd = /[.!?:](?=\s|$)/g
const letter = /\p{L}/gu

/**
 * LIX = words / sentences + 100 · long words / words, unrounded; long means more than 6 letters; a sentence ends at . ! ? :
 * followed by space or the end, and there is at least one. A text without words has no LIX. The band is that of the rounded
 * value. Source: C. H. Björnsson, Läsbarhet (1968); bands as used in Danish schools.
 */
export function lix(text: string): Lix {
  const words = wordsIn(text)
  const sentences = Math.max(1, text.match(sentenceEnd)?.length ?? 0)
  if (words.length === 0) return { lix: null, words: 0, sentences, longWords: 0, band: null, reason: 'noWords' }
  const longWords = words.filter(isLong).length
  const value = words.length / sentences + (100 * longWords) / words.length
  return { lix: value, words: words.length, sentences, longWords, band: lixBand(value) }
}

/** The band of a LIX value. */
export function lixBand(value: number): LixBand {
  const rounded = Math.round(value)
  if (rounded <= 24) return 'veryEasy'
  if (rounded <= 34) return 'easy'
  if (rounded <= 44) return 'medium'
  return rounded <= 54 ? 'hard' : 'veryHard'
}

/** The long words of a text, each once, the longest first: what a writer can shorten. */
export const longWordsIn = (text: string): string[] =>
  [...new Set(wordsIn(text).filter(isLong))].toSorted((a, b) => letters(b) - letters(a) || a.localeCompare(b, 'da'))

/** "å" may come as one character or as a and a ring, and a soft hyphen is only a place to break the line. */
const wordsIn = (text: string): string[] => text.normalize('NFC').replaceAll('\u00ad', '').match(word) ?? []
const letters = (text: string): number => text.match(letter)?.length ?? 0
const isLong = (text: string): boolean => letters(text) > 6
