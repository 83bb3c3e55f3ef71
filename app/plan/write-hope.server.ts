import type { z } from 'zod'
import { noteSeen } from '#app/assessment/read-situation.server.ts'
import { changeSeen } from '#app/platform/change-seen.ts'
import { command } from '#app/platform/command.server.ts'
import { Forbidden } from '#app/platform/context.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { WriteHope } from './plan.ts'
import { ensurePlan, peopleOf, type Rights, rightsOf } from './queries.server.ts'
import { addedSubjects, askedSubjects, onCase, subjectsFor, writesPlan, wrong } from './rights.server.ts'

type Input = z.output<typeof WriteHope>
type Written = { id: number; shelfId: number; subjects: number[] }

/**
 * Writes a hope in somebody's own words, or changes one (PLAN-09). Members write their own and their children's; staff write at a member's
 * word ("på vegne af", with channel and date), which that member can undo. Nobody changes what a member wrote but that member.
 * @throws Conflict('stale') with both texts when somebody changed it meanwhile
 */
export const writeHope = command({
  event: 'plan.write-hope',
  input: WriteHope,
  case: ({ caseId }) => caseId,
  may: onCase(writesPlan),
  async run(tx, ctx, input): Promise<Written> {
    const rights = await rightsOf(tx, ctx, input.caseId)
    if (input.hopeId !== null) return changeHope(tx, ctx, input, rights, input.hopeId)
    await ensurePlan(tx, ctx, input.caseId)
    return addHope(tx, ctx, input, rights, null)
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { hope: r.id } }),
})

async function addHope(tx: Tx, ctx: Context, input: Input, rights: Rights, replaces: number | null): Promise<Written> {
  const people = await peopleOf(tx, ctx, input.caseId, rights)
  const personId = input.personId ?? null
  const whose = subjectsFor(personId === null ? [] : [personId], people, rights, 'personId')
  const atWord = rights.staff && personId !== null
  if (atWord && (input.onBehalfChannel === null || input.onBehalfOn === null)) throw wrong('onBehalfChannel', 'onlyOnBehalf')
  const subjects = askedSubjects({ texts: [input.words], subjects: whose, people, rights, aboutOthers: input.aboutOthers })
  const row = await tx
    .insertInto('hope')
    .values({
      municipality_id: ctx.municipalityId,
      case_id: input.caseId,
      sector: 'coordination',
      category: 'plan',
      visibility: 'family',
      subjects,
      words: input.words,
      person_id: personId,
      replaces,
      from_note_id: await noteSeen(tx, input.caseId, input.fromNoteId),
      ...(atWord ? { on_behalf_of_person: personId, on_behalf_channel: input.onBehalfChannel, on_behalf_on: input.onBehalfOn } : {}),
    })
    .returning(['id', 'shelf_id'])
    .executeTakeFirstOrThrow()
  return { id: row.id, shelfId: row.shelf_id, subjects }
}

async function changeHope(tx: Tx, ctx: Context, input: Input, rights: Rights, hopeId: number): Promise<Written> {
  const row = await changeSeen({
    seen: input.seenRevision ?? 0,
    mine: { words: input.words },
    read: () =>
      tx
        .selectFrom('hope')
        .select(['id', 'revision', 'words', 'shelf_id', 'subjects', 'author_staff_id', 'author_person_id'])
        .where('id', '=', hopeId)
        .where('case_id', '=', input.caseId)
        .where('replaced_by', 'is', null)
        .where('dropped_on', 'is', null)
        .executeTakeFirst(),
    shown: (r) => ({ words: r.words, revision: r.revision }),
    write: async (r) => {
      if (r.author_person_id !== null && (ctx.actor.kind !== 'member' || r.author_person_id !== ctx.actor.id))
        throw new Forbidden('plan.write-hope')
      const people = await peopleOf(tx, ctx, input.caseId, rights)
      const wanted = askedSubjects({
        texts: [input.words],
        before: [r.words],
        subjects: r.subjects,
        people,
        rights,
        aboutOthers: input.aboutOthers,
      })
      return tx
        .updateTable('hope')
        .set({ words: input.words, ...addedSubjects(r, wanted, ctx, 'words') })
        .where('id', '=', r.id)
        .where('revision', '=', r.revision)
        .executeTakeFirst()
    },
  })
  return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects }
}
