import { inflateSync } from 'node:zlib'

/**
 * The text of a letter's PDF, in the order of the page, one line per piece of text; for tests. It reads the PDFs that
 * typst writes, not just any.
 */
export function textOfPdf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = new Map([...file.matchAll(/(\d+) 0 obj\s([\s\S]*?)\sendobj/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\s/.test(object))
  return pages.map((page) => textOfPage(page, objects)).join('\n')
}

// A string of a PDF stands in parentheses and may hold balanced ones unescaped.
const plain = String.raw`\\[\s\S]|[^\\()]`
const inner = String.raw`(?:${plain}|\((?:${plain}|\((?:${plain})*\))*\))*`
const strings = new RegExp(String.raw`\((${inner})\)`, 'g')
const tokens = new RegExp(String.raw`\/(f\d+) [\d.]+ Tf|\[((?:\(${inner}\)|[^\]()])*)\] TJ|(\(${inner}\)) Tj`, 'g')

type Objects = ReadonlyMap<string, string>

function textOfPage(page: string, objects: Objects): string {
  const named = [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)]
  const fonts = new Map(named.map((match) => [match[1] ?? '', lettersOf(match[2] ?? '', objects)]))
  const content = stream(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '') ?? '')
  const parts: string[] = []
  let letters: ReadonlyMap<number, string> = new Map()
  for (const token of content.matchAll(tokens)) {
    if (token[1]) letters = fonts.get(token[1]) ?? new Map()
    else parts.push(decode(token[2] ?? token[3] ?? '', letters))
  }
  return parts.join('\n')
}

/** Which characters stand for each glyph, from the font's own table. */
function lettersOf(font: string, objects: Objects): ReadonlyMap<number, string> {
  const map = stream(objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1] ?? '') ?? '')
  return new Map([...map.matchAll(/^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm)].map((match) =>
    [Number.parseInt(match[1] ?? '', 16), Buffer.from(match[2] ?? '', 'hex').swap16().toString('utf16le')]))
}

function stream(object: string): string {
  const [, head = '', body = ''] = /^([\s\S]*?)stream\r?\n([\s\S]*)\r?\nendstream/.exec(object) ?? []
  return head.includes('/FlateDecode') ? inflateSync(Buffer.from(body, 'latin1')).toString('latin1') : body
}

/** "(\000\001) 9 (\000\002)" as text: two bytes are one glyph. */
function decode(array: string, letters: ReadonlyMap<number, string>): string {
  const codes = [...array.matchAll(strings)].map((match) => unescaped(match[1] ?? '')).join('')
  const glyphs = Array.from({ length: codes.length / 2 }, (_, i) => codes.charCodeAt(2 * i) * 256 + codes.charCodeAt(2 * i + 1))
  return glyphs.map((glyph) => letters.get(glyph) ?? '\ufffd').join('')
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : escapes[code] ?? code)
