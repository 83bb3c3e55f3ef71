import { createHmac } from 'node:crypto'

/**
 * The value a CPR number is looked up by: HMAC-SHA256 under CPR_SEARCH_KEY, 32 bytes. Without the key, hashing all numbers
 * finds nobody.
 * @param digits ten digits, as readCpr gives them
 */
export function cprSearchHash(key: string, digits: string): Buffer {
  if (key.length < 32) throw new Error('CPR_SEARCH_KEY must have at least 32 characters (openssl rand -base64 32)')
  if (!/^\d{10}$/.test(digits)) throw new Error('a CPR number to look up must be ten digits')
  return createHmac('sha256', key).update(`cpr:${digits}`).digest()
}
