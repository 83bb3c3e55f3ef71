import { type Keys, parseKeys } from './column-cipher.server.ts'

export type SecretKeys = { cprKeys: Keys; cprSearchKey: string }
let current: SecretKeys | undefined

/** Gives this process its keys; once, at start. */
export function setKeys(keys: SecretKeys): void {
  current = { cprKeys: keys.cprKeys, cprSearchKey: keys.cprSearchKey }
}
/** The keys of this process. */
export function keys(): SecretKeys {
  if (!current) throw new Error('no keys: call setKeys() at start')
  return current
}
/** Fixed keys for tests; never for data of real people. */
export const testKeys = (): SecretKeys => ({ cprKeys: parseKeys('test-key-test-key-test-key-test-key'), cprSearchKey: 'test-search-test-search-test-search' })
