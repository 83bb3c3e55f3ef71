import { decrypt, encrypt } from '../crypto/column-cipher.server.ts'
import { keys } from '../crypto/keys.server.ts'
import { cprSearchHash } from './search-hash.server.ts'

/** What stands in the columns of `person_cpr`: the number encrypted, and the keyed hash it is looked up by. */
export type CprColumns = { cpr_encrypted: Buffer; cpr_hash: Buffer }

/** What an encrypted number belongs to: the municipality and its own hash, so that a value cannot be moved to another row. */
export const cprAad = (municipalityId: number, hash: Uint8Array): string => `person_cpr ${municipalityId} ${Buffer.from(hash).toString('hex')}`

/** The value a number is looked up by, under this process's key. @param digits ten digits */
export const cprHash = (digits: string): Buffer => cprSearchHash(keys().cprSearchKey, digits)

/** Both columns of a number. @param digits ten digits */
export function sealCpr(municipalityId: number, digits: string): CprColumns {
  const cpr_hash = cprHash(digits)
  return { cpr_hash, cpr_encrypted: encrypt(keys().cprKeys, digits, cprAad(municipalityId, cpr_hash)) }
}

/** The ten digits. @throws CannotDecrypt */
export const openCpr = (municipalityId: number, row: CprColumns): string => decrypt(keys().cprKeys, row.cpr_encrypted, cprAad(municipalityId, row.cpr_hash))
