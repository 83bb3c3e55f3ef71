import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { StateFact, TakeBack } from './clock.ts'
import { anyAuthority, ownEntry, recordColumns, wrong } from './rights.server.ts'

/**
 * What only the obligation's own authority knows: the day it counts from, the rhythm it has decided and why, that a joint meeting may serve it,
 * that it is not relevant here. Never the due date itself. A newer one takes the place of the older.
 * @throws NotFound when it is not the actor's to say
 */
export const stateFact = command({
  event: 'clock.state-fact',
  input: StateFact,
  case: ({ caseId }) => caseId,
  may: anyAuthority,
  async run(tx, ctx, input) {
    const { clock, entry } = await ownEntry(tx, ctx, input)
    const { obligation } = entry
    if (input.what === 'anchor' && (input.onDay ?? '') > ctx.today) throw wrong('onDay', 'Datoen kan ikke ligge i fremtiden', 'The date cannot be in the future')
    if (input.what === 'anchor' && obligation.anchor === 'birthday') throw wrong('onDay', 'Fødselsdagen står på personen', 'The birthday stands with the person')
    if (input.what === 'rhythm' && !obligation.decidedLocally)
      throw wrong('everyMonths', 'Loven eller projektet har bestemt hvor ofte', 'The law or the project has decided how often')
    if (input.what === 'joined' && !obligation.onlyIfChosen) throw wrong('what', 'Den skal ikke vælges til', 'It need not be chosen')
    const before = await tx
      .selectFrom('obligation_fact')
      .select(['id'])
      .where('case_id', '=', input.caseId)
      .where('what', '=', input.what)
      .where('code', '=', entry.code)
      .where((e) => (entry.personId === null ? e('person_id', 'is', null) : e('person_id', '=', entry.personId)))
      .where('sector', '=', entry.sector)
      .where('replaced_by', 'is', null)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    const rhythm = input.what === 'rhythm'
    const row = await tx
      .insertInto('obligation_fact')
      .values({
        ...recordColumns(ctx, input.caseId, entry, clock),
        what: input.what,
        code: entry.code,
        person_id: entry.personId,
        on_day: input.onDay ?? ctx.today,
        every_weeks: rhythm ? input.everyWeeks : null,
        every_months: rhythm ? input.everyMonths : null,
        reason: input.reason,
        ...(before ? { replaces: before.id } : {}),
      })
      .returning(['id', 'shelf_id', 'subjects'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId, what }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { fact: r.id, what } }),
})

/** Takes back what its authority said; it stays in the history. */
export const takeBackFact = command({
  event: 'clock.take-back-fact',
  input: TakeBack,
  case: ({ caseId }) => caseId,
  may: anyAuthority,
  async run(tx, ctx, { caseId, id }) {
    const old = await tx.selectFrom('obligation_fact').selectAll().where('id', '=', id).where('case_id', '=', caseId).where('replaced_by', 'is', null).where('undone', '=', false).executeTakeFirst()
    if (!old) throw new NotFound('fact')
    const row = await tx
      .insertInto('obligation_fact')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: caseId,
        sector: old.sector,
        category: old.category,
        visibility: old.visibility,
        household_shared: old.household_shared,
        subjects: old.subjects,
        what: old.what,
        code: old.code,
        person_id: old.person_id,
        on_day: old.on_day,
        every_weeks: old.every_weeks,
        every_months: old.every_months,
        reason: old.reason,
        undone: true,
        replaces: old.id,
      })
      .returning(['id', 'shelf_id', 'subjects'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { fact: r.id } }),
})
