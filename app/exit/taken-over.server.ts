import { sql } from 'kysely'
import { z } from 'zod'
import { itemAt } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import type { OpenKind } from './exit.ts'

type Row = { taskId: number; caseId: number; number: string; family: string; code: string; due: string | null; duty: string | null; paragraph: string | null; people: string | null; things: OpenKind[] }
/** What the actor goes on with after a family left, and what they must pass on; named to them, so with the family's name. Their own only. */
export const readTakenOver = query({
  event: 'exit.read-taken-over',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'staff'),
  run: async (tx, ctx) => {
    const { rows } = await sql<Row>`select task_id as "taskId", case_id as "caseId", number, family, code, due, duty, paragraph, people, things from access.taken_over()`.execute(tx)
    const found = []
    for (const row of rows) {
      const pack = row.duty === null ? null : await casePack(tx, row.caseId).catch((e: unknown) => { if (e instanceof NotFound) return null; throw e })
      const duty = pack && row.duty !== null ? itemAt(pack.exitDuties, row.duty, ctx.today) : undefined
      found.push({ ...row, taskId: Number(row.taskId), caseId: Number(row.caseId), duty: duty ? { label: duty.label[ctx.locale], text: duty.text[ctx.locale], paragraph: duty.paragraph } : null })
    }
    return { rows: found, today: ctx.today }
  },
  concerns: (_, page) => page.rows.map((row) => ({ caseId: row.caseId, personIds: [], bases: ['household-names'] })),
})
