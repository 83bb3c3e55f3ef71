import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { pick } from '../i18n/messages.ts'
import { logger } from '../logging/logger.server.ts'
import { formatDate } from '../time/format.ts'
import type { Letter } from './letter.ts'
import { da, en } from './messages.ts'
import { template } from './template.ts'

const log = logger('letters')
let made: Promise<NodeCompiler> | undefined

/**
 * A letter as PDF: tagged, PDF/UA-1, A4, ready to print or to send. Takes some tens of milliseconds.
 * @returns the file's bytes; the same letter gives the same bytes
 * @throws when the letter is malformed (a table row that does not fit its columns). The error holds none of its text
 */
export async function renderLetter(letter: Letter): Promise<Uint8Array> {
  checkTables(letter)
  const data = { ...letter, messages: pick(letter.locale, { da, en }), longDate: formatDate(letter.locale, letter.date) }
  const source = { mainFileContent: template, inputs: { letter: JSON.stringify(data, readable) } }
  const compiler = await (made ??= createCompiler())
  try {
    return compiler.pdf(source, { pdfStandard: 'ua-1' })
  } catch (error) {
    // A letter in a script that no font here has must still be made; it is then tagged, but not PDF/UA.
    if (!String(error).includes('could not be displayed')) throw new Error(`the letter cannot be made: ${reasons(error)}`)
    log.warn('a letter holds characters that no font here has; made without PDF/UA', { code: 'missingGlyph' })
    return compiler.pdf(source, {})
  } finally {
    // What was cached holds people's texts; keep it for a few letters only.
    compiler.evictCache(3)
  }
}

/** The compiler with the design system's typeface, which typst does not bring along. */
async function createCompiler(): Promise<NodeCompiler> {
  // Loaded when the first letter is made: where its platform has no build, everything but letters works.
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler').catch((cause: unknown) => {
    made = undefined
    throw new Error(`letters cannot be made on this machine: the typesetter has no build for ${process.platform}-${process.arch}`, { cause })
  })
  const package_ = dirname(dirname(dirname(createRequire(import.meta.url).resolve('dkfds'))))
  const fonts = ['Regular', 'Italic', 'SemiBold', 'Bold']
    .map((style) => readFileSync(join(package_, 'dist/fonts/IBMPlexSans/complete/ttf', `IBMPlexSans-${style}.ttf`)))
  return Compiler.create({ fontArgs: [{ fontBlobs: fonts }] })
}

function checkTables(letter: Letter): void {
  for (const block of letter.blocks) {
    if (block.kind !== 'table' || block.rows.every((row) => row.length === block.columns.length)) continue
    throw new Error('the letter cannot be made: a row of a table has not as many cells as the table has columns')
  }
}

/** Leaves out control characters, which no typeface shows; line breaks stay. */
const readable = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\t', ' ').replace(/[^\P{Cc}\n]/gu, '') : value

/** What typst says is wrong, without what it quotes. */
const reasons = (error: unknown): string =>
  [...String(error).matchAll(/message: "([^"`]*)/g)].map((match) => match[1]).join('; ') || 'typst gave no reason'
