import { command } from '#app/platform/command.server.ts'
import { Forbidden } from '#app/platform/context.ts'
import { membersOf, rightsOf } from './queries.server.ts'
import { onCase, sectorFor, subjectsFor, writesHere, wrong } from './rights.server.ts'
import { NoteRef, Rate } from './situation.ts'

/**
 * One answer to "how is it, from 0 to 10?" about a member, with whose answer it is. A member answers for themselves and their children; staff write a
 * member's answer on their behalf, or their own. Earlier answers stand: the page shows the newest of each.
 */
export const rate = command({
  event: 'assessment.rate',
  input: Rate,
  case: ({ caseId }) => caseId,
  may: onCase(writesHere),
  async run(tx, ctx, input) {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const people = await membersOf(tx, ctx, input.caseId, rights)
    const about = subjectsFor(input.personId, people, rights)
    const speaker = rights.staff ? input.saidByPerson : ctx.actor.id
    if (speaker !== null && !people.some((p) => p.id === speaker)) throw wrong('saidByPerson', 'notInFamily')
    const behalf = rights.staff && speaker !== null
    if (behalf && (input.onBehalfChannel === null || input.onBehalfOn === null)) throw wrong('onBehalfChannel', 'onlyOnBehalf')
    if (behalf && input.onBehalfOn !== null && input.onBehalfOn > ctx.today) throw wrong('onBehalfOn', 'notYet')
    // What somebody thinks of another is about both.
    const subjects = rights.staff && speaker !== null && speaker !== input.personId ? [...about, speaker] : about
    const row = await tx
      .insertInto('situation_scale')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: sectorFor('', rights),
        category: 'assessment',
        visibility: 'family',
        subjects,
        person_id: input.personId,
        value: input.value,
        said_by_person: speaker,
        said_by: speaker === null ? ctx.actor.name : '',
        said_on: behalf && input.onBehalfOn !== null ? input.onBehalfOn : ctx.today,
        not_lower: input.notLower,
        one_up: input.oneUp,
        ...(behalf
          ? { on_behalf_of_person: speaker, on_behalf_channel: input.onBehalfChannel, on_behalf_on: input.onBehalfOn }
          : {}),
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { scale: r.id } }),
})

/** A member takes back a number that staff wrote for them; both stay in the history. */
export const undoRating = command({
  event: 'assessment.undo-rating',
  input: NoteRef,
  case: ({ caseId }) => caseId,
  may: onCase((r) => !r.staff && r.writes),
  async run(tx, ctx, { caseId, id }) {
    const row = await tx
      .selectFrom('situation_scale')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('id', '=', id)
      .where('replaced_by', 'is', null)
      .executeTakeFirst()
    if (!row || row.on_behalf_of_person !== ctx.actor.id) throw new Forbidden('assessment.undo-rating')
    const undone = await tx
      .insertInto('situation_scale')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: caseId,
        sector: 'coordination',
        category: row.category,
        visibility: 'family',
        subjects: [row.person_id],
        person_id: row.person_id,
        value: row.value,
        said_by_person: row.said_by_person,
        said_on: row.said_on,
        replaces: id,
        undone: true,
      })
      .returning('shelf_id')
      .executeTakeFirstOrThrow()
    return { shelfIds: [row.shelf_id, undone.shelf_id], subjects: row.subjects }
  },
  concerns: ({ caseId, id }, r) => ({ caseId, personIds: r.subjects, shelfIds: r.shelfIds, details: { scale: id } }),
})
