import { type FamilyPerson, familyPeople } from '#app/intake/queries.server.ts'
import { CaseInput } from '#app/intake/intake.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { mayWritePurpose } from './write-purpose.server.ts'

export type PurposeText = { id: number; whatFor: string; aim: string; on: string; with: string[]; by: string }
export type Purpose = { now: PurposeText | null; before: PurposeText[]; people: { id: number; name: string }[]; shelfIds: number[] }

/** KOO-14: what the coordination is for in a family now, and every text before it; as far as the actor may read them. */
export async function purposeOf(tx: Tx, _: Context, caseId: number, people: readonly FamilyPerson[]): Promise<Purpose> {
  const rows = await tx
    .selectFrom('coordination_purpose as p')
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'p.author_staff_id').onRef('s.municipality_id', '=', 'p.municipality_id'))
    .select([
      'p.id',
      'p.what_for as whatFor',
      'p.aim',
      'p.written_on as on',
      'p.written_with as writtenWith',
      'p.replaced_by as replacedBy',
      'p.shelf_id as shelfId',
      's.name as by',
    ])
    .where('p.case_id', '=', caseId)
    .orderBy('p.id', 'desc')
    .execute()
  const name = (id: number) => people.find((one) => one.id === id)?.firstName
  const texts = rows.map((row) => ({
    id: row.id,
    whatFor: row.whatFor,
    aim: row.aim,
    on: row.on,
    with: row.writtenWith.flatMap((id) => name(id) ?? []),
    by: row.by ?? '',
    now: row.replacedBy === null,
  }))
  return {
    now: texts.find((one) => one.now) ?? null,
    before: texts.filter((one) => !one.now),
    people: people.map((one) => ({ id: one.id, name: one.firstName })),
    shelfIds: [...new Set(rows.map((row) => row.shelfId))],
  }
}

/** The page on which it is written. */
export const readPurpose = query({
  event: 'team.read-purpose',
  input: CaseInput,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId }) => mayWritePurpose(tx, ctx, caseId),
  run: async (tx, ctx, { caseId }) => ({
    caseId,
    today: ctx.today,
    purpose: await purposeOf(tx, ctx, caseId, await familyPeople(tx, ctx, [caseId])),
  }),
  concerns: ({ caseId }, { purpose }) => ({ caseId, personIds: purpose.people.map((one) => one.id), shelfIds: purpose.shelfIds }),
})
