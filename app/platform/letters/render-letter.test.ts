import { expect, test } from 'vitest'
import type { Letter, LetterBlock } from './letter.ts'
import { renderLetter } from './render-letter.server.ts'
import { textOfPdf } from './testing.ts'

const letter = (blocks: LetterBlock[], over: Partial<Letter> = {}): Letter => ({
  locale: 'da',
  sender: { name: 'Hedensted Kommune', lines: ['Familie og Social'] },
  recipient: { name: 'Mette Sørensen', lines: ['Æblevej 12, st. th.', '8722 Hedensted'] },
  date: '2026-11-22',
  title: 'Jeres plan',
  blocks,
  ...over,
})
const textOf = async (made: Letter) => textOfPdf(await renderLetter(made))
const raw = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

test('a letter is tagged, declares PDF/UA-1, has a language and a title, and embeds its font', async () => {
  const file = raw(await renderLetter(letter([{ kind: 'text', text: 'Hej' }])))
  expect(file).toMatch(/^%PDF-1\.7/)
  expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(file).toContain('/Marked true')
  expect(file).toContain('/Lang (da-DK)')
  expect(file).toContain('/DisplayDocTitle true')
  expect(file).toMatch(/\/S \/H1\b/)
  expect(file).toContain('IBMPlexSans')
  expect(file).not.toMatch(/\/BaseFont \/[A-Z]{6}\+(?!IBMPlexSans)/)
})

test('the whole letter reads from address to greeting, in Danish and in English', async () => {
  const blocks: LetterBlock[] = [{ kind: 'heading', text: 'Sådan gør I' }, { kind: 'text', text: 'Skriv til os.' }]
  const closing = { name: 'Anna Holm', role: 'Koordinator' }
  const da = await textOf(letter(blocks, { closing, reference: 'H-14' }))
  expect(da.split('\n')).toEqual([
    'Mette Sørensen', 'Æblevej 12, st. th.', '8722 Hedensted', 'Hedensted Kommune', 'Familie og Social', '22. november 2026', 'Sag H-14',
    'Jeres plan', 'Sådan gør I', 'Skriv til os.', 'Venlig hilsen', 'Anna Holm', 'Koordinator', 'Side 1 af 1',
  ])
  const en = await textOf(letter(blocks, { locale: 'en', closing }))
  expect(en).toContain('22 November 2026')
  expect(en).toContain('Kind regards')
  expect(en).toContain('Page 1 of 1')
})

test.each([
  'æ ø å Æ Ø Å é ü ö ß ł ğ ş Ж',
  '#let x = 1; #image("/etc/passwd") #sys.inputs',
  '$ x^2 $ 100 $ @ref <label> *fed* _kursiv_ `kode` = ikke overskrift',
  '"citat" \'enkelt\' \\n \\ // ikke kommentar /* heller ikke */',
  '- punkt + punkt / term: [ ] { } ~ -- --- ... https://example.dk',
])('what somebody wrote comes out as it was written: %s', async (text) => {
  const blocks: LetterBlock[] = [
    { kind: 'text', text }, { kind: 'list', items: [text] }, { kind: 'quote', text, by: text }, { kind: 'heading', text },
    { kind: 'table', columns: [text], rows: [[text]] }, { kind: 'choices', question: text, options: [text] },
  ]
  const found = (await textOf(letter(blocks))).replaceAll('\n', '').replace(/\s/g, '')
  expect(found.split(text.replace(/\s/g, '')).length - 1).toBe(9)
})

test('line breaks and paragraphs stay; control characters go', async () => {
  const text = await textOf(letter([{ kind: 'text', text: 'Første\r\nAnden\n\nTredje\u0007\u0000' }]))
  expect(text).toContain('Første\nAnden\nTredje\n')
})

test('tables have header cells, and a row of another length is refused without its text', async () => {
  const table: LetterBlock = { kind: 'table', columns: ['Aftale', 'Hvem'], rows: [['Ringer til banken', 'Mette']] }
  expect(raw(await renderLetter(letter([table])))).toMatch(/\/S \/TH\b/)
  await expect(renderLetter(letter([{ ...table, rows: [['Hemmeligt']] }]))).rejects.toThrow(/^(?!.*Hemmeligt).*a row of a table/)
})

test('a form has boxes, lines to write on and lines to sign, and needs no recipient', async () => {
  const blocks: LetterBlock[] = [
    { kind: 'choices', question: 'Må skolen se planen?', options: ['Ja', 'Nej'] }, { kind: 'pageBreak' },
    { kind: 'writing', label: 'Det vil vi gerne tilføje', lines: 2 }, { kind: 'signatures', lines: ['Mette Sørensen, mor'] },
    { kind: 'list', numbered: true, items: ['Et', 'To'] },
  ]
  const text = await textOf(letter(blocks, { recipient: undefined }))
  for (const part of ['Må skolen se planen?', 'Ja', 'Det vil vi gerne tilføje', 'Mette Sørensen, mor', 'Dato', '1.', 'Side 2 af 2']) {
    expect(text).toContain(part)
  }
})

test('empty parts make no trouble', async () => {
  const blocks: LetterBlock[] = [
    { kind: 'text', text: '' }, { kind: 'list', items: [] }, { kind: 'list', items: [''] }, { kind: 'table', columns: ['A'], rows: [] },
    { kind: 'signatures', lines: [] },
  ]
  expect(await textOf(letter(blocks, { sender: { name: 'X', lines: [] } }))).toContain('Jeres plan')
})

test('a name in a script that no font has still gets its letter', async () => {
  expect(raw(await renderLetter(letter([{ kind: 'text', text: '\u{10FFFD} \u{E123}' }])))).toMatch(/^%PDF/)
})

test('the same letter gives the same file', async () => {
  const one = letter([{ kind: 'text', text: 'Hej' }])
  expect(Buffer.from(await renderLetter(one)).equals(Buffer.from(await renderLetter(one)))).toBe(true)
})
