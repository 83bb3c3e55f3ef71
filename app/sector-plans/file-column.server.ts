import { createHash } from 'node:crypto'
import { decrypt, encrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys } from '#app/platform/crypto/keys.server.ts'

/** What an encrypted file belongs to: its municipality and its own content, so that it cannot be moved to another row. */
export const fileAad = (municipalityId: number, sha256: string): string => `sector_plan_file ${municipalityId} ${sha256}`

/** The columns of a file: its bytes encrypted, and the hash of what it was. */
export function sealFile(municipalityId: number, content: Uint8Array): { content: Buffer; sha256: string; size: number } {
  const sha256 = createHash('sha256').update(content).digest('hex')
  return {
    sha256,
    size: content.length,
    content: encrypt(keys().cprKeys, Buffer.from(content).toString('base64'), fileAad(municipalityId, sha256)),
  }
}
/** The bytes. @throws CannotDecrypt */
export const openFile = (municipalityId: number, row: { content: Uint8Array; sha256: string }): Buffer =>
  Buffer.from(decrypt(keys().cprKeys, row.content, fileAad(municipalityId, row.sha256)), 'base64')
