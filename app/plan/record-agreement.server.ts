import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { childIsHeard } from './agreement.ts'
import { RecordAgreement } from './plan.ts'
import { agreementsOf, peopleOf, rightsOf, versionsOf } from './queries.server.ts'
import { onCase, writesPlan, wrong } from './rights.server.ts'

/**
 * What a member says to a version of the plan, in their own words (PLAN-14). The member answers for themselves; staff write it down at
 * their word, with channel and date. A child's answer written by somebody else says who heard it and when, or why it was not heard. A new
 * answer replaces the old one.
 */
export const recordAgreement = command({
  event: 'plan.record-agreement',
  input: RecordAgreement,
  case: ({ caseId }) => caseId,
  may: onCase(writesPlan),
  async run(tx, ctx, input) {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const person = (await peopleOf(tx, ctx, input.caseId, rights)).find((p) => p.id === input.personId)
    if (!person?.asked || !(rights.staff || person.speaksFor)) throw wrong('personId', 'notAskedPerson')
    const version = (await versionsOf(tx, input.caseId, rights.staff)).find((v) => v.number === input.number)
    if (!version) throw new NotFound('version')
    const self = !rights.staff && person.id === ctx.actor.id
    if (person.child && !self && !childIsHeard(input)) throw wrong('heardBy', 'heardMissing')
    if (!person.child && input.answer === null) throw wrong('answer', 'answerNeeded')
    const behalf = rights.staff && input.answer !== null
    if (behalf && (input.onBehalfChannel === null || input.onBehalfOn === null)) throw wrong('onBehalfChannel', 'onlyOnBehalf')
    const before = (await agreementsOf(tx, version.id)).find((a) => a.personId === person.id)
    const heard =
      person.child && !self
        ? { heard_by: input.heardBy, heard_on: input.heardBy ? input.heardOn : null, not_heard_reason: input.notHeardReason }
        : {}
    const row = await tx
      .insertInto('plan_agreement')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: 'coordination',
        category: 'plan',
        visibility: 'family',
        subjects: [person.id],
        version_id: version.id,
        person_id: person.id,
        answer: input.answer,
        words: input.words,
        ...heard,
        replaces: before?.id ?? null,
        ...(behalf ? { on_behalf_of_person: person.id, on_behalf_channel: input.onBehalfChannel, on_behalf_on: input.onBehalfOn } : {}),
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id }
  },
  concerns: ({ caseId, personId, number }, r) => ({ caseId, personIds: [personId], shelfIds: [r.shelfId], details: { version: number } }),
})
