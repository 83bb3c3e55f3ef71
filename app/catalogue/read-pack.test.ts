import { expect, test } from 'vitest'
import { readPack, type PackError, type PackFile } from './read-pack.ts'
import { readPacks } from './read-packs.ts'
import { allPackFiles } from './pack-files.server.ts'
import { samplePack } from './testing.ts'

const errorsOf = (files: readonly PackFile[]): PackError[] => {
  const read = readPack(files)
  return 'errors' in read ? read.errors : []
}
const places = (errors: readonly PackError[]) => errors.map(({ file, line, field }) => `${file}:${line} ${field}`)

test('all packs that come with the program are read without errors', async () => {
  const { packs, errors } = readPacks(await allPackFiles())
  expect(errors).toEqual({})
  expect(Object.keys(packs).toSorted()).toEqual(['dk-law', 'hedensted', 'national-2014', 'new-project', 'thisted'])
})

test('an item without dates holds from the first day of the pack, with no end', () => {
  const read = readPack(samplePack('principles:\n  - { code: a, label: { da: A, en: A }, text: { da: T, en: T }, source: s }\n'))
  expect('pack' in read && read.pack.principles[0]).toMatchObject({ validFrom: '2020-01-01', validUntil: null })
})

test('every error comes at once, with file, line, field and words in both languages', () => {
  const errors = errorsOf(samplePack('capasity: 25\n', [{
    name: 'more.yaml',
    text: `settings:
  - code: capacity
    group: intake
    label: { da: Plads, en: Room }
    value: mange
    source: test
  - code: capasity
    group: intake
    label: { da: Plads }
    value: 25
    sorce: test
principles:
  - code: not a code
    label: { da: "", en: A }
    text: { da: T, en: T }
    validFrom: 1/1 2020
    source: test
`,
  }]))
  expect(places(errors)).toEqual([
    'more.yaml:5 settings[capacity].value',
    'more.yaml:7 settings[capasity].source',
    'more.yaml:9 settings[capasity].label.en',
    'more.yaml:11 settings[capasity].sorce',
    'more.yaml:13 principles[not a code].code',
    'more.yaml:14 principles[not a code].label.da',
    'more.yaml:16 principles[not a code].validFrom',
    'pack.yaml:6 capasity',
  ])
  expect(errors[2]?.message).toEqual({ da: 'Feltet mangler', en: 'The field is missing' })
  expect(errors[6]?.message.da).toBe('Skriv datoen som 2026-01-31')
})

test('a misspelt section is answered with the nearest name', () => {
  const [error] = errorsOf(samplePack('principle: []\n'))
  expect(error).toMatchObject({ file: 'pack.yaml', line: 6, field: 'principle' })
  expect(error?.message.en).toContain('Did you mean "principles"?')
})

test('broken YAML is told with its line', () => {
  expect(places(errorsOf(samplePack('principles: [\n')))).toEqual(['pack.yaml:7 '])
})

test('a pack without pack.yaml, a section in two files and a file that is no map are told', () => {
  expect(errorsOf([{ name: 'a.yaml', text: 'ages: []' }])[0]?.message.en).toBe('The pack lacks the file pack.yaml')
  const errors = errorsOf(samplePack('ages: []\n', [{ name: 'a.yaml', text: '\nages: []' }, { name: 'b.yaml', text: 'words' }]))
  expect(places(errors)).toEqual(['a.yaml:2 ages', 'b.yaml:1 '])
})

const criterion = (code: string) => `
  - code: ${code}
    label: { da: A, en: A }
    question: { da: A, en: A }
    evidence: yes
    evidenceHint: { da: A, en: A }
    source: test`

test('VIS-08: a rule that names an unknown criterion gives the place inside the expression', () => {
  const errors = errorsOf(samplePack(`intakeCriteria:${criterion('parent-on-benefit')}
intakeRules:
  - code: rule
    label: { da: A, en: A }
    effect: required
    when:
      all:
        - parent-on-benefit
        - any: [parent-on-benefits, parent-on-benefit]
    reason: { da: A, en: A }
    source: test
`))
  expect(places(errors)).toEqual(['pack.yaml:20 intakeRules[rule].when.all[2].any[1]'])
  expect(errors[0]?.message).toEqual({
    da: 'Spørgsmålet "parent-on-benefits" findes ikke. Mente du "parent-on-benefit"?',
    en: 'The question "parent-on-benefits" does not exist. Did you mean "parent-on-benefit"?',
  })
})

test('an expression of another shape is answered with how to write one', () => {
  const [error] = errorsOf(samplePack(`intakeRules:
  - { code: rule, label: { da: A, en: A }, effect: soft, when: { either: [a] }, reason: { da: A, en: A }, source: test }
`))
  expect(error).toMatchObject({ line: 7, field: 'intakeRules[rule].when' })
  expect(error?.message.en).toContain('{ any: [...] }')
})

const age = (more: string) => `\n  - { code: adult, label: { da: A, en: A }, years: 18, source: s, verified: true, ${more} }`

test('the same code twice for the same days, and a last day before the first, are errors', () => {
  const errors = errorsOf(samplePack(`ages:${age('validUntil: 2024-12-31')}${age('validFrom: 2024-12-31')}${
    age('validFrom: 2010-01-01, validUntil: 2009-12-31')}`))
  expect(places(errors)).toEqual(['pack.yaml:8 ages[adult].code', 'pack.yaml:9 ages[adult].validUntil'])
})

test('the same code for days that meet but do not overlap is allowed', () => {
  expect(errorsOf(samplePack(`ages:${age('validUntil: 2024-12-31')}${age('validFrom: 2025-01-01')}`))).toEqual([])
})

test('an unknown sector, category or role is an error; law must say whether it is verified', () => {
  const errors = errorsOf(samplePack(`consentDurations:
  - { code: a, label: { da: A, en: A }, fromSector: helth, months: 12, source: s, verified: false }
ages:
  - { code: adult, label: { da: A, en: A }, years: 18, source: s }
`))
  expect(places(errors)).toEqual(['pack.yaml:7 consentDurations[a].fromSector', 'pack.yaml:9 ages[adult].verified'])
})

test('PROG-36: what a register or another tool calls ours must be ours: indicators and means of support that nobody knows are errors at their place', () => {
  const errors = errorsOf(samplePack(`registerMappings:
  - code: absence
    label: { da: A, en: A }
    source: s
    verified: false
    columns: { cpr: [CPR], month: [Måned], value: [Tal] }
    dates: [YYYY-MM]
    gives: { kind: values, indicators: [child-atendance] }
  - code: support
    label: { da: A, en: A }
    source: s
    verified: false
    columns: { cpr: [CPR], week: [Uge], code: [Kode] }
    dates: [YYYYWW]
    gives: { kind: support, codes: [{ from: '700', status: nothing-known }] }
exportTargets:
  - code: tool
    label: { da: A, en: A }
    source: s
    format: csv
    columns: [{ heading: Tal, field: value }]
    names: { child-nothing: barn }
    text: { da: A, en: A }
`))
  expect(errors.map((e) => e.field)).toEqual(['registerMappings[absence].gives.indicators[1]', 'registerMappings[support].gives.codes[1].status', 'exportTargets[tool].names.child-nothing'])
})

test('an item with an error of its own is not also reported as missing where it is named', () => {
  const errors = errorsOf(samplePack(`sectors:
  - { code: health, label: { da: A }, plain: { da: A, en: A }, source: s }
consentDurations:
  - { code: z, label: { da: A }, fromSector: health, months: 12, source: s, verified: false }
  - { code: a, label: { da: A, en: A }, fromSector: health, months: 12, source: s, verified: false, validUntil: 2019-12-31 }
`))
  expect(places(errors)).toEqual([
    'pack.yaml:7 sectors[health].label.en', 'pack.yaml:9 consentDurations[z].label.en', 'pack.yaml:10 consentDurations[a].validUntil',
  ])
})

test('a letter may use only the placeholders it lists', () => {
  const errors = errorsOf(samplePack(`letterTemplates:
  - code: letter
    label: { da: A, en: A }
    placeholders: [name]
    subject: { da: 'Kære {{name}}', en: 'Dear {{name}}' }
    body:
      da: 'Hej {{nmae}}'
      en: 'Hi {{ name }}'
    source: test
    verified: false
`))
  expect(places(errors)).toEqual(['pack.yaml:12 letterTemplates[letter].body.da'])
})

test('two signer rules of the same rank may not disagree about the same people', () => {
  const rule = (code: string, from: number, kind: string) =>
    `\n  - { code: ${code}, label: { da: A, en: A }, ageFrom: ${from}, rule: ${kind}, source: s, verified: false }`
  const errors = errorsOf(samplePack(`signerRules:${rule('a', 0, 'all-holders')}${rule('b', 15, 'self')}`))
  expect(places(errors)).toEqual(['pack.yaml:8 signerRules[b].rule'])
})

test('packs are read after those they build on; circles and broken bases are told', () => {
  const pack = (code: string, base: string) => [{
    name: 'pack.yaml',
    text: `code: ${code}\nname: { da: A, en: A }\nversion: 1.0.0\nsource: s\nvalidFrom: 2020-01-01\nextends: [${base}]\n`,
  }]
  const { packs, errors } = readPacks({
    a: pack('a', 'b'), b: pack('b', ''), c: pack('c', 'd'), d: pack('d', 'c'), e: pack('e', 'nowhere'),
  })
  expect(Object.keys(packs)).toEqual(['b', 'a'])
  expect(errors.d?.[0]?.message.en).toBe('The pack "c" builds on itself')
  expect(errors.c?.[0]?.message.en).toBe('The pack "d" has errors and cannot be used yet')
  expect(errors.e?.[0]).toMatchObject({ file: 'pack.yaml', line: 6, field: 'extends[1]' })
})

test('what is left out must have been inherited', () => {
  const errors = errorsOf(samplePack('without:\n  intakeCriteria: [nothing]\n'))
  expect(places(errors)).toEqual(['pack.yaml:7 without.intakeCriteria[1]'])
})
