import { sql } from 'kysely'
import { type May, reachesCase } from '#app/platform/command.server.ts'
import { type Context, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

/** In which sectors the actor writes here, whether for the coordination, and whether they work with the whole of the case. */
export type Rights = { sectors: string[]; coordination: boolean; whole: boolean }
type Way = { how: string; sector: string; closed: boolean }

/** As the sealed context says it; the record policies hold the same. */
export async function rightsOf(tx: Tx, ctx: Context, caseId: number): Promise<Rights> {
  if (ctx.actor.kind !== 'staff') return { sectors: [], coordination: false, whole: false }
  const { rows } = await sql<{ ways: Way[] | null; whole: boolean }>`select access.keys('create') -> ${String(caseId)}::text as ways,
    coalesce(${caseId} = any (access.ids('ledger')), false) as whole`.execute(tx)
  const open = (rows[0]?.ways ?? []).filter((w) => !w.closed)
  const sectors = [...new Set(open.flatMap((w) => (w.how === 'assignment' ? [w.sector] : [])))]
  return { sectors, coordination: sectors.includes('coordination'), whole: rows[0]?.whole === true }
}

/** A `may` on the case: not there, not allowed, or as `allowed` says. */
export const onCase =
  <I extends { caseId: number }>(allowed: (rights: Rights) => boolean) =>
  async (tx: Tx, ctx: Context, input: I): Promise<May> => {
    if (!(await reachesCase(tx, input.caseId))) return 'not-found'
    return allowed(await rightsOf(tx, ctx, input.caseId))
  }
/** Who asks, and writes down what others state: the coordinators of the family. */
export const coordinates = (r: Rights): boolean => r.coordination && r.whole

/** One field, wrong for a reason that only the database knows. */
export const wrong = (field: string, da: string, en: string): Invalid => new Invalid([{ field, message: { da, en } }])
