import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/*
 * A value in an encrypted column: 1 byte version, 4 bytes key id, 12 bytes nonce, 16 bytes tag, then the text under
 * AES-256-GCM. The key id comes from the key itself, so that keys can be reordered or dropped without renumbering.
 */
const version = 1
const headLength = 1 + 4 + 12 + 16

export type Key = { id: Buffer; secret: Buffer }
/** Newest first: the first encrypts, all decrypt. */
export type Keys = readonly [Key, ...Key[]]

/** A value that cannot be read: its key is gone, or somebody changed it or moved it to another row. */
export class CannotDecrypt extends Error {
  name = 'CannotDecrypt'
}

/**
 * The keys of a setting such as CPR_KEY: secrets of at least 32 characters, separated by commas, newest first.
 * @param name the setting's name, for the error
 */
export function parseKeys(setting: string | undefined, name = 'CPR_KEY'): Keys {
  const texts = (setting ?? '').split(',').map((text) => text.trim())
  if (texts.length === 1 && texts[0] === '') throw new Error(`${name} is not set. Make a key: openssl rand -base64 32`)
  const short = texts.findIndex((text) => text.length < 32)
  if (short >= 0) {
    throw new Error(`${name}: key ${short + 1} of ${texts.length} has fewer than 32 characters. Make one: openssl rand -base64 32`)
  }
  if (new Set(texts).size < texts.length) throw new Error(`${name} holds the same key twice`)
  const [first, ...rest] = texts.map(toKey)
  if (!first) throw new Error(`${name} is not set`)
  return [first, ...rest]
}

function toKey(text: string): Key {
  const secret = Buffer.from(hkdfSync('sha256', text, '', 'helhed encrypted column', 32))
  return { secret, id: createHash('sha256').update(secret).digest().subarray(0, 4) }
}

/**
 * Encrypts with the newest key.
 * @param aad what the value belongs to ("person.cpr 657 12"): it decrypts there only, so values cannot be swapped between rows
 */
export function encrypt(keys: Keys, plaintext: string, aad: string): Buffer {
  const [key] = keys
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key.secret, nonce).setAAD(Buffer.from(aad))
  const text = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(version), key.id, nonce, cipher.getAuthTag(), text])
}

/** The text of an encrypted value. @throws CannotDecrypt, whose message holds nothing of the value */
export function decrypt(keys: Keys, bytes: Uint8Array, aad: string): string {
  const value = Buffer.from(bytes)
  if (value.length < headLength || value[0] !== version) throw new CannotDecrypt('this is not an encrypted value of ours')
  const key = keys.find((candidate) => candidate.id.equals(keyId(value)))
  if (!key) throw new CannotDecrypt(`no key ${keyId(value).toString('hex')} among the ${keys.length} given`)
  const decipher = createDecipheriv('aes-256-gcm', key.secret, value.subarray(5, 17), { authTagLength: 16 }).setAAD(Buffer.from(aad))
  decipher.setAuthTag(value.subarray(17, headLength))
  try {
    return Buffer.concat([decipher.update(value.subarray(headLength)), decipher.final()]).toString('utf8')
  } catch {
    throw new CannotDecrypt('the value was changed, or it belongs to another row')
  }
}

/** Is the value under an older key than the newest one? */
export const needsRotation = (keys: Keys, bytes: Uint8Array): boolean => !keys[0].id.equals(keyId(Buffer.from(bytes)))

const keyId = (value: Buffer): Buffer => value.subarray(1, 5)
