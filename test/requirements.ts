// `npm run requirements`: writes docs/requirements.md, which says which requirement is named in the title of which test.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const places = ['app', 'db', 'e2e', 'seed', 'test']
/** Group → its requirements, id → sentence. */
type Catalogue = Record<string, { title: string; items: Record<string, string> }>
type NamedTest = { file: string; title: string }

/** Every test file of the project, from its root, sorted. */
export function testFiles(): string[] {
  const below = (place: string) => readdirSync(join(root, place), { recursive: true, encoding: 'utf8' }).map((file) => join(place, file))
  const all = places.flatMap(below)
  return all.filter((file) => /\.(test|spec)\.tsx?$/.test(file)).sort()
}

const title = /(?:^|[\s)}\]])(?:test|it|describe)?(?:\.\w+)*\(\s*(['"`])((?:\\.|(?!\1)[^\n])+)\1\s*,/g
/** The titles that are written out in test(…), it(…), describe(…) and their .each(…) forms. */
export const titlesOf = (source: string): string[] => [...source.matchAll(title)].map((m) => (m[2] ?? '').replace(/\\(['"`])/g, '$1'))

const ids = (text: string): string[] => text.match(/\b[A-Z]{2,4}-\d\d\b/g) ?? []

/** Requirement → the tests that name it. */
export function shownBy(catalogue: Catalogue): Map<string, NamedTest[]> {
  const all = Object.values(catalogue).flatMap((group) => Object.keys(group.items))
  const known = new Map(all.map((id) => [id, [] as NamedTest[]]))
  for (const file of testFiles())
    for (const text of titlesOf(readFileSync(join(root, file), 'utf8')))
      for (const id of new Set(ids(text))) known.get(id)?.push({ file, title: text })
  return known
}

export const readCatalogue = (): Catalogue => parse(readFileSync(join(root, 'docs/requirements.yaml'), 'utf8')) as Catalogue

/** The text of docs/requirements.md. */
export function requirementsPage(catalogue: Catalogue = readCatalogue()): string {
  const shown = shownBy(catalogue)
  const groups = Object.entries(catalogue)
  const total = [...shown.values()]
  return [
    '# Requirements and the tests that name them',
    '',
    '<!-- Written by `npm run requirements` from docs/requirements.yaml and the titles of the tests. Do not edit. -->',
    '',
    `The source documents ask for ${total.length} things, in ${groups.length} groups.`,
    `${total.filter((t) => t.length > 0).length} of them are named by at least one test.`,
    'A test that names a requirement shows a part of it, not always the whole; what no test names is not built, or not shown.',
    'Numbers in brackets are document:line: 000 and 001 Hedensted, 002 the national project, 003 the catalogue of methods,',
    '004 the audit of Thisted.',
    '',
    '| group | about | requirements | named by a test |',
    '|---|---|--:|--:|',
    ...groups.map(([code, g]) => `| ${code} | ${g.title} | ${Object.keys(g.items).length} | ${named(g.items, shown).length} |`),
    ...groups.flatMap(([code, g]) => section(code, g, shown)),
    '',
  ].join('\n')
}

const named = (items: Record<string, string>, shown: Map<string, NamedTest[]>) =>
  Object.keys(items).filter((id) => (shown.get(id) ?? []).length > 0)

function section(code: string, group: Catalogue[string], shown: Map<string, NamedTest[]>): string[] {
  const yes = named(group.items, shown)
  const no = Object.keys(group.items).filter((id) => !yes.includes(id))
  return [
    '',
    `## ${code}: ${group.title}`,
    ...yes.flatMap((id) => ['', `**${id}** ${group.items[id]}`, '', ...(shown.get(id) ?? []).map(line)]),
    ...(no.length > 0 ? ['', `Named by no test: ${no.join(', ')}.`] : []),
  ]
}
const line = (t: NamedTest) => `- ${link(t.file)}: ${plain(t.title)}`
const link = (file: string) => `[${file}](${relative('docs', file)})`
const plain = (title: string) => title.replace(/[<>*_`|[\]]/g, (c) => `\\${c}`)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(root, 'docs/requirements.md'), requirementsPage())
  console.log('docs/requirements.md')
}
