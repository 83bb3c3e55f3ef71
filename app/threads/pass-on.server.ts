import { sql } from 'kysely'
import { z } from 'zod'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { da } from './messages.ts'
import { threadRules } from './queries.server.ts'
import { answerBy } from './thread.ts'

type Waiting = { message_id: number; case_id: number; project_id: number; written_at: string }

/**
 * Every working morning: a message that nobody has answered within the pack's working days goes to the substitute, who gets a task and, where
 * only named beforehand, a dated assignment. Jobs only; no words leave the record.
 */
export const passOnMessages = command({
  event: 'threads.pass-on',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'job'),
  run: async (tx, ctx) => {
    const { rows } = await sql<Waiting>`select * from access.waiting_messages()`.execute(tx)
    const rules = new Map<number, Awaited<ReturnType<typeof rulesOf>>>()
    let passed = 0
    let nobody = 0
    for (const one of rows) {
      if (!rules.has(one.project_id)) rules.set(one.project_id, await rulesOf(tx, ctx, one.project_id))
      const { answerDays, substituteDays } = rules.get(one.project_id)!
      if (answerBy(copenhagenDay(one.written_at), answerDays) >= ctx.today) continue
      if (await passOn(tx, ctx, one, substituteDays)) passed += 1
      else nobody += 1
    }
    return { passed, nobody }
  },
  concerns: (_, r) => ({ personIds: [], bases: [], details: r }),
})

async function passOn(tx: Tx, ctx: Context, one: Waiting, substituteDays: number): Promise<boolean> {
  const { rows } = await sql<{ staff: number | null }>`select access.pass_on_message(${one.message_id}, ${addDays(ctx.today, substituteDays)}::date, ${da.standsIn}) as staff`.execute(tx)
  const staffId = rows[0]?.staff ?? null
  if (staffId === null) return false
  await planMessage(tx, ctx, { template: 'note', to: { staffId }, caseId: one.case_id, key: `threads.${one.message_id}.passed` })
  return true
}

const rulesOf = async (tx: Tx, ctx: Context, projectId: number) => {
  const pack = await projectPack(tx, projectId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  return pack ? threadRules(pack, ctx.today) : { answerDays: 2, substituteDays: 7 }
}
