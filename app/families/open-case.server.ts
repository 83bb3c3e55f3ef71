import { sql } from 'kysely'
import { sealCpr } from '#app/platform/cpr/cpr-column.server.ts'
import type { Context } from '#app/platform/context.ts'
import { refreshAccess, type Tx } from '#app/platform/db.server.ts'
import { type CprAnswer, cprKnown } from './cpr-known.server.ts'
import type { NewFamily } from './families.ts'

export type OpenedCase = { caseId: number; number: string; /** Person ids by the keys of the input. */ people: Record<string, number> }

/**
 * Opens a family case with its people, homes, custody and relations in one step. With a referral: any member of staff with a post. Without
 * one (import): administrators and the command line. Call inside the transaction of a command; access is refreshed afterwards.
 * @throws Forbidden
 */
export async function openCase(tx: Tx, ctx: Context, family: NewFamily): Promise<OpenedCase> {
  const people = family.people.map(({ cpr, ...p }) => ({ ...p, ...(cpr ? sealed(ctx.municipalityId, cpr) : {}) }))
  const { rows } = await sql<{
    opened: OpenedCase
  }>`select access.open_case(${JSON.stringify({ ...family, people })}::jsonb) as opened`.execute(tx)
  const opened = rows[0]?.opened
  if (!opened) throw new Error('open_case gave nothing')
  await refreshAccess(tx)
  return opened
}

/** Before opening a case: does one of the numbers belong to somebody already here? The first answer that is not `unknown`. */
export async function anyCprKnown(tx: Tx, family: Pick<NewFamily, 'people'>): Promise<CprAnswer> {
  for (const { cpr } of family.people) {
    const answer = cpr ? await cprKnown(tx, cpr) : 'unknown'
    if (answer !== 'unknown') return answer
  }
  return 'unknown'
}

function sealed(municipalityId: number, digits: string): { cprEncrypted: string; cprHash: string } {
  const { cpr_encrypted, cpr_hash } = sealCpr(municipalityId, digits)
  return { cprEncrypted: cpr_encrypted.toString('base64'), cprHash: cpr_hash.toString('base64') }
}
