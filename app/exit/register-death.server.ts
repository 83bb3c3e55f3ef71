import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { isChild } from '#app/families/families.ts'
import { findPerson, giveTask, peopleOf } from '#app/families/queries.server.ts'
import { mayChangePeople } from '#app/families/rights.server.ts'
import { command } from '#app/platform/command.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/context.ts'
import { RegisterDeath, UndoDeath, whoIsTold } from './leaving-people.ts'
import { da } from './messages.ts'
import { teamToday } from './team-today.server.ts'

/**
 * A death, in one step: † everywhere, no letters or messages to the dead, their consents and custody end, what only they did leaves the plan.
 * They keep their place in the family, the network and the history. Gives a task for each who is to be told.
 * @throws Invalid for a day ahead or before the birth; Conflict 'dead' when it was registered before
 */
export const registerDeath = command({
  event: 'exit.register-death',
  input: RegisterDeath,
  case: ({ caseId }) => caseId,
  may: (tx, _, { caseId }) => mayChangePeople(tx, caseId),
  run: async (tx, ctx, input) => {
    const person = await findPerson(tx, input.personId)
    const people = await peopleOf(tx, [input.caseId], ctx.today)
    if (!person || person.kind !== 'person' || !people.some((p) => p.id === person.id)) throw new NotFound('person')
    if (person.died !== null) throw new Conflict('dead')
    if (input.diedOn > ctx.today || (person.born !== null && input.diedOn < person.born)) {
      throw new Invalid([{ field: 'diedOn', message: { da: 'Skriv en dag, der er gået', en: 'Write a day that has passed' } }])
    }
    const { rows } = await sql<{ id: number }>`
      select access.register_death(${input.caseId}, ${input.personId}, ${input.diedOn}::date, ${da.deathPlanWords(person.firstName)}) as id`.execute(tx)
    const eventId = Number(rows[0]?.id)
    const pack = await casePack(tx, input.caseId)
    const children = people.some((p) => p.id !== person.id && p.role === 'family' && p.kind === 'person' && isChild(p, ctx.today))
    const told = whoIsTold(inForce(pack.exitDuties, ctx.today), { on: 'death', day: ctx.today, children }, await teamToday(tx, ctx, input.caseId))
    for (const { duty, staffId, due } of told) {
      await giveTask(tx, { caseId: input.caseId, ...(staffId === null ? { role: 'project-manager' } : { staffId }), code: 'exit-duty', due, data: { event: eventId, duty: duty.code } })
    }
    return { eventId, told: told.length }
  },
  concerns: ({ caseId, personId, diedOn }, r) => ({ caseId, personIds: [personId], details: { event: r.eventId, on: diedOn, told: r.told } }),
})

/** The registration was a mistake: everything is as it was, as far as nobody has changed it since. @throws Conflict 'undone' */
export const undoDeath = command({
  event: 'exit.undo-death',
  input: UndoDeath,
  case: ({ caseId }) => caseId,
  may: (tx, _, { caseId }) => mayChangePeople(tx, caseId),
  run: async (tx, _, input) => {
    const event = await tx.selectFrom('life_event').select(['id', 'person_ids']).where('id', '=', input.eventId).where('case_id', '=', input.caseId).where('kind', '=', 'death').executeTakeFirst()
    if (!event) throw new NotFound('event')
    const { rows } = await sql<{ done: boolean }>`select access.undo_death(${event.id}, ${input.reason}) as done`.execute(tx)
    if (rows[0]?.done !== true) throw new Conflict('undone')
    return { personIds: event.person_ids }
  },
  concerns: ({ caseId, eventId }, r) => ({ caseId, personIds: r.personIds, details: { event: eventId } }),
})
