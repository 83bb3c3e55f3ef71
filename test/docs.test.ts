import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { lix } from '#app/platform/calc/lix.ts'
import { requirementsPage } from '#test/requirements.ts'

// What the documentation says about the project is so: paths, commands, variables, words, pictures.
const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const filesBelow = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((f) => ending.test(f)).map((f) => join(folder, f))
const pages = [...readdirSync(root).filter((f) => f.endsWith('.md')), ...filesBelow('docs', /\.md$/), ...filesBelow('app', /README\.md$/)]
const inlineCode = (text: string) => [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map((m) => m[1] ?? '')
const blocks = (text: string) => [...text.matchAll(/```[^\n]*\n([\s\S]*?)```/g)].flatMap((m) => (m[1] ?? '').split('\n'))
/** Everything set as code: inline, and the lines of code blocks. */
const allCode = (text: string) => [...inlineCode(text), ...blocks(text)]
/** What a pattern finds in the code of each page, with the page. */
const inCode = (pattern: RegExp) =>
  pages.flatMap((page) => allCode(read(page)).flatMap((c) => [...c.matchAll(pattern)].map((m) => ({ page, word: m[1] ?? m[2] ?? '' }))))

test('every path in the documentation exists', () => {
  const folders = new Set(['app', 'bench', 'bin', 'cli', 'db', 'docs', 'e2e', 'packs', 'public', 'seed', 'test'])
  const missing = pages.flatMap((page) => {
    const text = read(page)
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)].map((m) => join(dirname(page), m[1] ?? ''))
    const shown = [...text.matchAll(/ src="([^"]+)"/g)].map((m) => join(dirname(page), m[1] ?? ''))
    const named = inlineCode(text).filter((c) => folders.has(c.split('/')[0] ?? '') && c.includes('/') && /^[\w./-]+$/.test(c))
    return [...links, ...shown, ...named].filter((path) => !existsSync(join(root, path))).map((path) => `${page}: ${path}`)
  })
  expect(missing).toEqual([])
})

test('every helhed command that is named exists, and the README names them all', () => {
  const commands = [...read('cli.ts').matchAll(/^ {2}'?([a-z-]+)'?: \(\) => import/gm)].map((m) => m[1] ?? '')
  expect(commands.length).toBeGreaterThan(10)
  expect(inCode(/(?:npx |^)helhed ([a-z][a-z-]*)|cli\.ts ([a-z][a-z-]*)/g).filter(({ word }) => !commands.includes(word))).toEqual([])
  const table = [...read('README.md').matchAll(/^\| `helhed ([a-z-]+)/gm)].map((m) => m[1])
  expect([...new Set(table)].sort()).toEqual([...commands].sort())
})

test('every npm script that is named exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = inCode(/npm (?:run )?((?:test|start|check|bench|schema|build|requirements|lint|types)(?::\w+)?)\b/g)
  expect(named.filter(({ word }) => !(word in scripts))).toEqual([])
})

test("the README's table of variables is what the configuration reads", () => {
  const quoted = [...read('app/platform/config.server.ts').matchAll(/'([A-Z]+(?:_[A-Z]+)*)'/g)].map((m) => m[1] ?? '')
  const known = new Set(quoted.filter((name) => name !== 'EEXIST'))
  const rows = read('README.md').split('\n').filter((line) => /^\| `[A-Z_]+`/.test(line))
  const told = new Set(rows.flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map((m) => m[1] ?? '')))
  expect([...told].sort()).toEqual([...known].sort())
})

test('variables named anywhere in the documentation are read somewhere in the code', () => {
  const source = sourceText()
  const named = inCode(/^([A-Z]{2,}(?:_[A-Z]+)+)(?:=.*)?$/g).filter(({ word }) => !word.startsWith('OIDC_CLIENT_SECRET'))
  expect(named.filter(({ word }) => !source.includes(word))).toEqual([])
})

test('every code word of the glossary occurs in the code', () => {
  const source = sourceText()
  const rows = glossaryRows()
  expect(rows.length).toBeGreaterThan(100)
  const words = rows.flatMap((row) => [...(row[1] ?? '').matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? ''))
  expect(words.filter((w) => !new RegExp(`(?<![\\w-])${w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`).test(source))).toEqual([])
  expect(rows.filter((row) => !/`/.test(row[1] ?? '')).map((row) => row[0])).toEqual([])
})

test('the glossary is in alphabetical order and knows every folder of app/', () => {
  const order = 'abcdefghijklmnopqrstuvwxyzæøå'
  const key = (w: string) => [...w.toLowerCase()].map((c) => String.fromCharCode(40 + order.indexOf(c))).join('')
  const words = glossaryRows().map((row) => row[0] ?? '')
  expect(words).toEqual([...words].sort((a, b) => (key(a) < key(b) ? -1 : 1)))
  const folders = readdirSync(join(root, 'app')).filter((f) => statSync(join(root, 'app', f)).isDirectory())
  expect(folders.filter((f) => !read('GLOSSARY.md').includes(`\`app/${f}/\``))).toEqual([])
})

test('docs/requirements.md is what the titles of the tests say', () => {
  expect(read('docs/requirements.md') === requirementsPage(), 'stale: run npm run requirements, and commit it').toBe(true)
})

test('notices are easy to read: LIX 35 or below, for young people 25', () => {
  for (const [file, most] of [['voksne', 35], ['unge', 25], ['netvaerkspersoner', 35]] as const)
    expect(lixOf(read(`docs/privacy/oplysning-${file}.md`)), file).toBeLessThanOrEqual(most)
})

test('pictures are small, and each is shown', () => {
  const pictures = filesBelow('docs/pictures', /\.(png|jpg)$/)
  expect(pictures.length).toBeGreaterThanOrEqual(3)
  expect(pictures.filter((p) => statSync(join(root, p)).size > 250_000)).toEqual([])
  expect(pictures.filter((p) => !pages.some((page) => read(page).includes(relative(dirname(page), p))))).toEqual([])
})

/** The notice itself, not what stands below the line for the municipality; a heading or an item of a list is a sentence. */
function lixOf(notice: string): number {
  const lines = (notice.split('\n---\n')[0] ?? '').split('\n').map((l) => l.replace(/^[#\-*\d. ]+/, '').replace(/[*_`[\]]/g, '').trim())
  return lix(lines.filter(Boolean).map((l) => (/[.!?:]$/.test(l) ? l : `${l}.`)).join('\n')).lix ?? 100
}

function glossaryRows(): string[][] {
  const table = read('GLOSSARY.md').split('## Folders')[0] ?? ''
  return table.split('\n').filter((l) => l.startsWith('| ') && !l.startsWith('| dansk')).map((l) => l.slice(2, -2).split(' | '))
}

function sourceText(): string {
  const files = ['app', 'cli', 'db/migrations', 'e2e', 'packs', 'test'].flatMap((f) => filesBelow(f, /(?<!docs\.test)\.(tsx?|sql|yaml)$/))
  return [...files, 'cli.ts', 'bin/helhed.mjs'].map(read).join('\n')
}
