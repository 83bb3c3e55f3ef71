import { randomBytes } from 'node:crypto'
import { decrypt, encrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys } from '#app/platform/crypto/keys.server.ts'
import type { Report, Words } from './concern.ts'
import { concernAad } from './concern-content.ts'

export type Sealed = { content: Buffer; key: string }
/** Encrypts what was written, under a key of its own. */
export function seal(municipalityId: number, words: Report | Words): Sealed {
  const key = randomBytes(16).toString('hex')
  return { key, content: encrypt(keys().cprKeys, JSON.stringify(words), concernAad(municipalityId, key)) }
}
const open = (municipalityId: number, row: { content: Buffer; content_key: string }): string =>
  decrypt(keys().cprKeys, row.content, concernAad(municipalityId, row.content_key))
export const openReport = (municipalityId: number, row: { content: Buffer; content_key: string }): Report =>
  JSON.parse(open(municipalityId, row)) as Report
export const openWords = (municipalityId: number, row: { content: Buffer; content_key: string }): string =>
  (JSON.parse(open(municipalityId, row)) as Words).text
