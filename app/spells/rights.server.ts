import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { May } from '#app/platform/command.server.ts'
import { reachesCase } from '#app/platform/command.server.ts'
import type { Tx } from '#app/platform/db.server.ts'

/** What the actor may write of the family as a whole: coordination staff and the project manager; a member for whom they speak. */
export type Writing = { coordination: boolean; speak: number[] }

/** As the sealed context of this transaction says it; the record policies hold the same. */
export async function writing(tx: Tx, ctx: Context, caseId: number): Promise<Writing> {
  const { rows } = await sql<{ coordination: boolean | null; speak: number[] | null }>`
    select exists (select from jsonb_array_elements(access.keys('create') -> ${String(caseId)}::text) w
        where not (w ->> 'closed')::boolean and (w ->> 'how' = 'assignment' and w ->> 'sector' = 'coordination' or w ->> 'how' = 'project')) as coordination,
      case when ${caseId} = any (access.ids('speak_cases')) then access.ids('speak') end as speak`.execute(tx)
  return { coordination: ctx.actor.kind === 'staff' && rows[0]?.coordination === true, speak: rows[0]?.speak ?? [] }
}

/** A `may` for writing about one person of the case: coordination, or somebody who speaks for the person. */
export async function mayWriteAbout(tx: Tx, ctx: Context, caseId: number, personId: number): Promise<May> {
  if (!(await reachesCase(tx, caseId))) return 'not-found'
  const w = await writing(tx, ctx, caseId)
  return w.coordination || w.speak.includes(personId)
}
