import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildExtract, csv, type ExtractInput, type ExtractPerson, type Pseudonym } from './extract.ts'
import { VALUES } from './extract-tables.ts'
import { zip } from './zip.server.ts'

const keyed = (key: string): Pseudonym => (kind, id) => createHmac('sha256', key).update(`${kind}.${id}`).digest('hex').slice(0, 16)
const person = (personId: number, over: Partial<ExtractPerson> = {}): ExtractPerson => ({ personId, caseId: 1, born: '1990-05-01', intakeOn: '2026-03-10', leftOn: null, leftReason: '', ...over })
const value = (personId: number, number = 2, month = '2026-09') => ({ personId, cells: [month, 'child-health', number, null, null, 'judged', month, 0] })
const input = (persons: ExtractPerson[], rows = persons.map((p) => value(p.personId))): ExtractInput => ({
  head: { municipality: 'Hedensted', project: 'Familier på vej', pack: 'x', month: '2026-09-01', mark: 'monthly', basis: 'consent', families: 1, leftOut: 2 },
  persons, tables: [{ ...VALUES, rows }], indicators: [['child-health', 'Sundhed', 'Health', 'subjective', 'child', 'scale', '0 Ingen']], smallest: 5, today: '2026-09-30',
})
const file = (i: ExtractInput, name: string, key = 'one') => buildExtract(i, keyed(key)).find((f) => f.name === name)!.content
const lines = (text: string) => text.trim().split('\r\n').map((line) => line.split(';'))

describe('PROG-34: the extract', () => {
  test('ages and months, never a birthday or a day; a small group is flagged', () => {
    const [head, ...rows] = lines(file(input([person(1), person(2, { born: '2017-01-01' })]), 'personer.csv'))
    expect(head).toEqual(['person', 'familie', 'rolle', 'alder_ved_optagelse', 'optaget', 'afsluttet', 'afsluttet_grund', 'maaneder_med', 'lille_gruppe'])
    expect(rows.map((r) => r.slice(2)).toSorted()).toEqual([['barn', '9', '2026-03', '', '', '6', '1'], ['voksen', '35', '2026-03', '', '', '6', '1']])
    const five = Array.from({ length: 5 }, (_, i) => person(i + 1))
    expect(lines(file(input(five), 'personer.csv')).slice(1).map((r) => r.at(-1))).toEqual(['0', '0', '0', '0', '0'])
  })
  test('the same people under another key share no pseudonym; under the same key it is the same to the byte, in whatever order the facts come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6 }), fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (ids, numbers) => {
        const rows = (order: readonly number[]) => order.flatMap((id) => [0, 1, 2, 3, 4].map((n) => value(id, n, `2026-0${n + 1}`)))
        const straight = input([1, 2, 3, 4, 5, 6].map((id) => person(id, { caseId: id % 2 })), rows([1, 2, 3, 4, 5, 6]))
        const shuffled = input(ids.map((id) => person(id, { caseId: id % 2 })), rows(ids).toSorted((a, b) => numbers.indexOf(Number(a.cells[2])) - numbers.indexOf(Number(b.cells[2]))))
        expect(zip(buildExtract(shuffled, keyed('one'))).equals(zip(buildExtract(straight, keyed('one'))))).toBe(true)
        const people = (key: string) => new Set(lines(file(shuffled, 'personer.csv', key)).slice(1).flatMap((r) => r.slice(0, 2)))
        expect([...people('one')].filter((p) => people('two').has(p))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
  test('a value of somebody who is not in it is not in it', () => {
    expect(lines(file(input([person(1)], [value(1), value(99)]), 'vaerdier.csv'))).toHaveLength(2)
  })
  test('every column of every file is explained in the codebook', () => {
    const files = buildExtract(input([person(1)]), keyed('one'))
    const book = lines(files.find((f) => f.name === 'kodebog.csv')!.content).map((r) => `${r[0]} ${r[1]}`)
    for (const f of files.filter((x) => x.name.endsWith('.csv') && !['kodebog.csv', 'indikatorer.csv'].includes(x.name))) for (const c of lines(f.content)[0]!) expect(book).toContain(`${f.name} ${c}`)
  })
  test('a cell that a spreadsheet would run is text; separators and quotes are quoted', () => {
    expect(csv(['a', 'b'], [['=1+1', -2], ['x;y', null], ['"', 'å']])).toBe('a;b\r\n\'=1+1;-2\r\n"x;y";\r\n"""";å\r\n')
  })
})

test('a zip of two files reads back as it was, by its own directory', () => {
  const bytes = zip([{ name: 'a.txt', content: 'æøå' }, { name: 'b.csv', content: '1;2\r\n' }])
  const end = bytes.length - 22
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50)
  let at = bytes.readUInt32LE(end + 16)
  const found: [string, string][] = []
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i++) {
    const [size, nameLength, offset] = [bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)]
    const start = offset + 30 + nameLength
    found.push([bytes.toString('utf8', at + 46, at + 46 + nameLength), bytes.toString('utf8', start, start + size)])
    at += 46 + nameLength
  }
  expect(found).toEqual([['a.txt', 'æøå'], ['b.csv', '1;2\r\n']])
})
