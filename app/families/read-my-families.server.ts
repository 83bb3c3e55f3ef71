import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type CasePerson, type Missing, missingIn } from './families.ts'
import { type CaseCounts, caseCounts, coordinatorsOf, custodyOf, membershipsOf, openTasks, peopleOf } from './queries.server.ts'

export type MyFamily = {
  caseId: number
  number: string
  name: string
  people: CasePerson[]
  /** Primary first; empty when nobody has been appointed yet. */
  coordinators: string[]
  state: 'in-intake' | 'waiting' | 'active' | 'closed'
  /** The nearest thing that waits for the actor in this family. */
  next: { code: string; due: string | null } | null
  missing: Missing[]
}
/** `takenOver`: how many things the actor goes on with, or must pass on, after a family left, moved or lost somebody. */
export type MyFamilies = { families: MyFamily[]; projects: CaseCounts[]; takenOver: number; today: string }

/** "Mine familier": every family the actor reaches today, the nearest date first. */
export const readMyFamilies = query({
  event: 'families.read-mine',
  input: z.object({
    closed: z
      .union([z.boolean(), z.string()])
      .nullish()
      .transform((v) => v === true || v === '1'),
  }),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'staff'),
  concerns: (_input, result: MyFamilies) => ({ personIds: result.families.flatMap((f) => f.people.map((p) => p.id)) }),
  run: (tx, ctx, input) => mine(tx, ctx, input.closed),
})

async function mine(tx: Tx, ctx: Context, closed: boolean): Promise<MyFamilies> {
  const { rows: cases } = await sql<{
    id: number
    number: string
    name: string
    closed: boolean
    decision: string | null
    referred: boolean
  }>`
    select c.id, c.number, c.name, exists (select from closure k where k.municipality_id = c.municipality_id and k.case_id = c.id and k.reopened_at is null) as closed,
      r.decision, r.id is not null as referred
    from family_case c left join lateral (select f.id, f.decision from referral f where f.municipality_id = c.municipality_id and f.case_id = c.id order by f.id desc limit 1) r on true
    order by c.name, c.id`.execute(tx)
  const shown = cases.filter((c) => closed || (!c.closed && c.decision !== 'refused'))
  const ids = shown.map((c) => c.id)
  const people = await peopleOf(tx, ids, ctx.today)
  const [memberships, custody] = [
    await membershipsOf(tx, ids),
    await custodyOf(
      tx,
      people.map((p) => p.id),
    ),
  ]
  const [coordinators, tasks] = [await coordinatorsOf(tx, ids, ctx.today), await openTasks(tx)]
  const families = shown.map((c): MyFamily => {
    const own = people.filter((p) => p.caseId === c.id)
    const names = coordinators.filter((x) => x.caseId === c.id).map((x) => x.name)
    const task = tasks.find((x) => x.caseId === c.id)
    return {
      caseId: c.id,
      number: c.number,
      name: c.name,
      people: own.filter((p) => p.role === 'family'),
      coordinators: names,
      state: stateOf(c),
      next: task ? { code: task.code, due: task.due } : null,
      missing: missingIn({ people: own, memberships, custody, coordinator: names[0] ?? null }, ctx.today),
    }
  })
  return {
    families: families.toSorted((a, b) => (a.next?.due ?? '9999').localeCompare(b.next?.due ?? '9999')),
    projects: await caseCounts(tx),
    takenOver: tasks.filter((x) => ['goes-on-after-exit', 'sector-plan-alone', 'exit-duty'].includes(x.code)).length,
    today: ctx.today,
  }
}

const stateOf = (c: { closed: boolean; decision: string | null; referred: boolean }): MyFamily['state'] =>
  c.closed ? 'closed' : c.decision === 'waiting' ? 'waiting' : c.referred && c.decision === null ? 'in-intake' : 'active'
