import { readersOf } from '#app/consent/readers.server.ts'
import { peopleOf, type PlanPerson, type Rights, rightsOf } from '#app/plan/queries.server.ts'
import { askedSubjects, onCase, subjectsFor } from '#app/plan/rights.server.ts'
import { command } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type AgreementInput, MakeAgreement } from './agreement.ts'
import { makesAgreements, type OwnerColumns, ownerColumns, wrong } from './rights.server.ts'

/**
 * A new agreement: what, exactly one owner, a day (MEET-15). It is about whom it says; without that about the owner in the family, else the
 * whole family. A child's stands in its own words, with who heard it. `ownerReads`: false when a colleague it belongs to cannot see it yet,
 * because a consent is missing.
 * @throws Invalid, Conflict 'about-somebody-else'
 */
export const makeAgreement = command({
  event: 'agreements.make',
  input: MakeAgreement,
  case: ({ caseId }) => caseId,
  may: onCase(makesAgreements),
  run: (tx, ctx, input) => writeAgreement(tx, ctx, input),
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { agreement: r.id } }),
})

export type MadeAgreement = { id: number; shelfId: number; subjects: number[]; ownerReads: boolean }

/** The same inside the transaction of another verb, which has asked whether the actor may. */
export async function writeAgreement(tx: Tx, ctx: Context, input: AgreementInput): Promise<MadeAgreement> {
  const rights = await rightsOf(tx, ctx, input.caseId)
  const people = await peopleOf(tx, ctx, input.caseId, rights)
  const owner = await ownerColumns(tx, ctx, { ...input, people, rights })
  const chosen = input.subjects.length === 0 && owner.owner_person !== null ? [owner.owner_person] : input.subjects
  const subjects = askedSubjects({
    texts: [input.what],
    subjects: subjectsFor(chosen, people, rights, 'subjects'),
    people,
    rights,
    aboutOthers: input.aboutOthers,
  })
  await checkSeen(tx, input)
  const reads = await ownerReads(tx, ctx, input.caseId, owner, subjects)
  if (owner.owner_person !== null && !reads) throw wrong('subjects', 'ownerCannotRead')
  const row = await tx
    .insertInto('agreement')
    .values({
      municipality_id: ctx.municipalityId,
      case_id: input.caseId,
      sector: 'coordination',
      category: 'agreements',
      visibility: 'family',
      subjects,
      what: input.what,
      ...owner,
      due_on: input.dueOn,
      goal_id: input.goalId,
      meeting_id: input.meetingId,
      heard_by: heardBy(ctx, owner, input.heardBy, people, rights),
    })
    .returning(['id', 'shelf_id'])
    .executeTakeFirstOrThrow()
  return { id: row.id, shelfId: row.shelf_id, subjects, ownerReads: reads }
}

/** A child's agreement is in its own words: somebody heard them. A parent who writes it down is who heard it. @throws Invalid at `heardBy` */
export function heardBy(ctx: Context, owner: OwnerColumns, said: string, people: readonly PlanPerson[], rights: Rights): string {
  const child = people.find((p) => p.id === owner.owner_person && p.child)
  if (!child || (!rights.staff && child.id === ctx.actor.id)) return ''
  const heard = said || (rights.staff ? '' : (people.find((p) => p.id === ctx.actor.id)?.name ?? ''))
  if (heard === '') throw wrong('heardBy', 'heardMissing')
  return heard
}

/** Goal and meeting are of this family and in sight. @throws Invalid */
export async function checkSeen(tx: Tx, v: { caseId: number; goalId: number | null; meetingId?: number | null }): Promise<void> {
  if (v.goalId !== null) {
    const goal = await tx
      .selectFrom('goal')
      .select('id')
      .where('id', '=', v.goalId)
      .where('case_id', '=', v.caseId)
      .where('replaced_by', 'is', null)
      .executeTakeFirst()
    if (!goal) throw wrong('goalId', 'otherGoal')
  }
  if (v.meetingId) {
    const meeting = await tx.selectFrom('meeting').select('id').where('id', '=', v.meetingId).where('case_id', '=', v.caseId).executeTakeFirst()
    if (!meeting) throw wrong('meetingId', 'otherMeeting')
  }
}

/** Does whom it belongs to see it? Somebody outside reads nothing anyhow. */
async function ownerReads(tx: Tx, ctx: Context, caseId: number, owner: OwnerColumns, subjects: readonly number[]): Promise<boolean> {
  const [kind, id] = owner.owner_person !== null ? (['member', owner.owner_person] as const) : (['staff', owner.owner_staff] as const)
  if (id === null || (kind === ctx.actor.kind && id === ctx.actor.id) || subjects.every((s) => kind === 'member' && s === id)) return true
  const readers = await readersOf(tx, { caseId, sector: 'coordination', category: 'agreements', visibility: 'family', subjects })
  return readers.some((r) => r.kind === kind && r.id === id)
}
