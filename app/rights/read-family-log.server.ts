import { sql } from 'kysely'
import { z } from 'zod'
import { query, reachesCase } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { addMonths } from '#app/platform/time/plain-date.ts'
import { type FamilyLog, groupLog, type LogLine, type LogWords } from './family-log.ts'
import { da, en } from './messages.ts'

/** Whose eyes the list is for: the family itself; staff who work with the whole of the case; other staff, who see their own look-ups. */
export type LogReader = 'family' | 'whole' | 'own'

type Row = Omit<LogLine, 'actorKind' | 'actorId' | 'lastAt' | 'bases'> & { actor_kind: string; actor_id: number | null; last_at: string; bases: string[] | null }

/**
 * "Hvem har set vores oplysninger" (the display rule of the access rules). A member of the family gives no case and gets what concerns
 * them and the children they speak for; staff give the case.
 * @param months how far back, 3 unless said; at most 24
 */
export const readFamilyLog = query({
  event: 'rights.read-family-log',
  input: z.object({ caseId: z.coerce.number().int().positive().optional(), months: z.coerce.number().int().min(1).max(24).default(3) }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => (ctx.actor.kind === 'member' ? true : caseId !== undefined && (await reachesCase(tx, caseId)) ? true : 'not-found'),
  async run(tx, ctx, { caseId, months }): Promise<FamilyLog & { reader: LogReader; personIds: number[] }> {
    const since = addMonths(ctx.today, -months)
    const { rows } = await sql<Row>`
      select day, actor_kind, actor_id, name, department, role, event, times::int as times, last_at, bases
      from access.family_log(${caseId ?? null}, (${since}::date)::timestamp at time zone 'Europe/Copenhagen')`.execute(tx)
    const lines = rows.map((r): LogLine => ({
      day: r.day, actorKind: r.actor_kind, actorId: r.actor_id, name: r.name, department: r.department, role: r.role, event: r.event, times: r.times, lastAt: r.last_at, bases: r.bases ?? [],
    }))
    return { ...groupLog(lines, since, wordsFor(ctx)), reader: await readerOf(tx, ctx, caseId), personIds: await peopleOf(tx, ctx, caseId) }
  },
  concerns: ({ caseId }, { personIds }) => ({ caseId: caseId ?? null, personIds }),
})

function wordsFor(ctx: Context): LogWords {
  const m = pick(ctx.locale, { da, en })
  return { ...m.words[ctx.actor.kind === 'member' ? 'family' : 'staff'], roles: m.roles, actors: m.actors, unnamed: m.unnamed }
}

async function readerOf(tx: Tx, ctx: Context, caseId: number | undefined): Promise<LogReader> {
  if (ctx.actor.kind === 'member') return 'family'
  const { rows } = await sql<{ yes: boolean | null }>`select ${caseId ?? 0} = any (access.ids('ledger')) as yes`.execute(tx)
  return rows[0]?.yes ? 'whole' : 'own'
}

/** Whom the list is about, for the list's own row in the log. */
async function peopleOf(tx: Tx, ctx: Context, caseId: number | undefined): Promise<number[]> {
  if (ctx.actor.kind === 'member') return [ctx.actor.id]
  const rows = await tx.selectFrom('case_person').select('person_id').distinct().where('case_id', '=', caseId ?? 0).where('role', '=', 'family').execute()
  return rows.map((r) => r.person_id)
}
