import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lix, lixBand, longWordsIn } from './lix.ts'
import { da, en } from './messages.ts'

const counts = (text: string) => {
  const { words, sentences, longWords } = lix(text)
  return [words, sentences, longWords]
}

test.each([
  ['one short sentence', 'Vi spiser sammen.', [3, 1, 0]],
  ['six letters are not long, seven are', 'Familie familje planer.', [3, 1, 2]],
  ['æ, ø and å are letters', 'Ærøskøbing gårdejer sjælden blåbær.', [4, 1, 3]],
  ['an å of two characters is one letter', 'bla\u030abær bla\u030abærsaft', [2, 1, 1]],
  ['a hyphen inside belongs to the word', 'Gå-med e-mail familie-hus', [3, 1, 1]],
  ['a hyphen outside does not', '- ja -nej nej- a--b', [5, 1, 0]],
  ['an apostrophe inside belongs to the word', "Jonas's I’m 'ok'", [3, 1, 0]],
  ['hyphen and apostrophe are no letters', "a-b-c-d rock'n'r", [2, 1, 0]],
  ['digits are words but not letters', '12345678 2026 kl 10', [4, 1, 0]],
  ['dot and comma split a number', '1.234,5', [3, 1, 0]],
  ['a sentence ends at . ! ? and :', 'Ja. Nej! Hvad? Det: nu', [5, 4, 0]],
  ['only when space or the end follows', 'Se helhed.dk kl.10 nu', [6, 1, 0]],
  ['line break and tab are space', 'Ja.\nNej!\tMåske', [3, 2, 0]],
  ['dots in a row end one sentence', 'Nå... Nej?!', [2, 2, 0]],
  ['without an end there is one sentence', 'Ingen punktum her', [3, 1, 1]],
  ['a soft hyphen splits no word', 'sam\u00adtykke', [1, 1, 1]],
  ['an underscore splits', 'en_to', [2, 1, 0]],
])('calc lix: %s', (_, text, expected) => {
  expect(counts(text)).toEqual(expected)
})

test('calc lix: the value is not rounded, the band is of the rounded value', () => {
  // 11 words, 2 sentences, 3 long: 5.5 + 27.2727…
  const text = 'Vi mødes hos kommunen på torsdag. Du bestemmer hvem der skal.'
  expect(lix(text)).toEqual({ lix: 5.5 + 300 / 11, words: 11, sentences: 2, longWords: 3, band: 'easy' })
  expect([24.49, 24.5, 34.49, 34.5, 44.49, 44.5, 54.49, 54.5].map(lixBand))
    .toEqual(['veryEasy', 'easy', 'easy', 'medium', 'medium', 'hard', 'hard', 'veryHard'])
})

test('calc lix: a text without words has no value, and says why', () => {
  for (const text of ['', '   ', '... !', '–', '👨‍👩‍👧']) {
    expect(lix(text), text).toMatchObject({ lix: null, words: 0, longWords: 0, band: null, reason: 'noWords' })
  }
})

test('calc lix: never throws, never NaN, and counts that fit together', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.lorem({ mode: 'sentences' })), (text) => {
    const result = lix(text)
    expect(result.longWords).toBeLessThanOrEqual(result.words)
    expect(result.sentences).toBeGreaterThanOrEqual(1)
    if (result.lix === null) expect(result.words).toBe(0)
    else expect(result.lix).toBe(result.words / result.sentences + (100 * result.longWords) / result.words)
  }), { numRuns: 300 })
})

test('calc lix: a word of n Danish letters is long exactly when n > 6, alone or in company', () => {
  const danish = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzæøåÆØÅé'.split('')), minLength: 1, maxLength: 14 })
  fc.assert(fc.property(fc.array(danish, { minLength: 1, maxLength: 30 }), (words) => {
    const result = lix(`${words.join(' ')}.`)
    expect([result.words, result.longWords, result.sentences]).toEqual([words.length, words.filter((word) => word.length > 6).length, 1])
  }))
})

test('the writer sees the long words, the longest first, and the band in words', () => {
  expect(longWordsIn('Samtykke og visitation; samtykke, ja.')).toEqual(['visitation', 'Samtykke', 'samtykke'].toSorted((a, b) =>
    b.length - a.length || a.localeCompare(b, 'da')))
  expect(da.lixBand.easy).toBe('Let for øvede læsere')
  expect(en.lixBand.easy).toBe('Easy for practised readers')
  expect(da.lixValue(29.4)).toBe('LIX 29')
})
