import { createHash } from 'node:crypto'
import type { CopyField } from './copy-texts.ts'

/** What was copied, as hashes: enough to see that a field has changed since, nothing to read. */
export const hashesOf = (planId: number, fields: readonly CopyField[]): Record<string, string> =>
  Object.fromEntries(fields.map((f) => [f.code, createHash('sha256').update(`${planId} ${f.code} ${f.text}`).digest('base64url')]))
