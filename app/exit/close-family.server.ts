import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { isChild } from '#app/families/families.ts'
import { cancelWhenClosing } from '#app/meetings/cancel-when-closing.server.ts'
import { mayAppoint, mayManageTeam } from '#app/intake/authority.server.ts'
import { caseHead, familyPeople } from '#app/intake/queries.server.ts'
import { writeReferralNote } from '#app/intake/refer-family.server.ts'
import { latestReferral } from '#app/intake/record-queries.server.ts'
import { mayWork } from '#app/intake/team-queries.server.ts'
import { command, type May } from '#app/platform/command.server.ts'
import { Conflict, type Context, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { addDays, addMonths } from '#app/platform/time/plain-date.ts'
import { CloseFamily, type Decision, dueAlone, ReferAgain, ReopenFamily, unowned } from './exit.ts'
import { writeFarewell } from './leaving-letters.server.ts'
import { whoIsTold } from './leaving-people.ts'
import { da, en } from './messages.ts'
import { closingOf, named, openEnds, type OpenRow } from './queries.server.ts'
import { teamToday } from './team-today.server.ts'

/** Whom the pack gives the coordinator for: `closeFamily` and the plan of an exit. */
export const mayClose = (tx: Tx, caseId: number): Promise<May> => mayManageTeam(tx, caseId)

/**
 * VIS-20: the family leaves, with day, reason and in whose words. Everything open ends or goes on with somebody by name; each adult gets a
 * letter and the plan on paper; writing stops and reading ends with the assignments. All of it or nothing.
 * @throws Invalid when something open has neither end nor name; Conflict 'closed', 'in-intake', or 'try-again' when something new came
 */
export const closeFamily = command({
  event: 'exit.close-family',
  input: CloseFamily,
  case: ({ caseId }) => caseId,
  may: (tx, _, { caseId }) => mayClose(tx, caseId),
  run: async (tx, ctx, input) => {
    const head = await caseHead(tx, input.caseId)
    const pack = await projectPack(tx, head.projectId)
    await mayCloseNow(tx, ctx, input, inForce(pack.choices, ctx.today).some((one) => one.list === 'exit-reason' && one.code === input.reason))
    const people = await familyPeople(tx, ctx, [input.caseId])
    const rows = await named(tx, ctx, input.caseId, pack, await openEnds(tx, input.caseId))
    const alone = addDays(input.leftOn, settingAt(pack, 'sectorPlanAloneDays', ctx.today))
    const decisions = input.decisions.map((d) => withDue(d, rows, { leftOn: input.leftOn, alone }))
    await refuseUnowned(tx, ctx, input.caseId, rows, decisions)
    const pagesUntil = addMonths(ctx.today, settingAt(pack, 'portalAfterExitMonths', ctx.today))
    const statement = await writeStatement(tx, ctx, input, people.map((p) => p.id))
    const letters = await writeFarewell(tx, ctx, { caseId: input.caseId, project: head.projectName, pack, people, leftOn: input.leftOn, pagesUntil, rows, decisions })
    const team = await teamToday(tx, ctx, input.caseId)
    await cancelWhenClosing(tx, ctx, input.caseId)
    const moved = input.reason === 'moved' && input.to !== ''
    const children = people.some((p) => isChild(p, ctx.today))
    const duties = [...whoIsTold(inForce(pack.exitDuties, ctx.today), { on: 'exit', day: input.leftOn, children }, team),
      ...(moved ? whoIsTold(inForce(pack.exitDuties, ctx.today), { on: 'move-out', day: input.leftOn, children }, team) : [])]
    const { rows: closed } = await sql<{ id: number }>`select access.close_family(${input.caseId}, ${JSON.stringify({
      reason: input.reason,
      leftOn: input.leftOn,
      portalUntil: pagesUntil,
      lateUntil: addDays(ctx.today, settingAt(pack, 'writeAfterClosingDays', ctx.today)),
      why: pick('da', { da, en }).doneTitle,
      items: decisions.map((d) => ({ kind: d.kind, ref: d.ref, outcome: d.outcome, staff: d.staffId, name: d.name, due: d.due })),
      duties: duties.map((t) => ({ code: t.duty.code, staff: t.staffId ?? ctx.actor.id, due: t.due })),
    })}::jsonb) as id`.execute(tx)
    return { closureId: Number(closed[0]?.id), personIds: people.map((p) => p.id), shelfIds: [...statement, ...letters.map((l) => l.shelfId)], open: rows.length, letters: letters.length }
  },
  concerns: ({ caseId, reason }, r) => ({ caseId, personIds: r.personIds, shelfIds: r.shelfIds, details: { closure: r.closureId, reason, open: r.open, letters: r.letters } }),
})

async function mayCloseNow(tx: Tx, ctx: Context, input: CloseFamily, knownReason: boolean): Promise<void> {
  const wrong = (field: string, texts: { da: string; en: string }) => new Invalid([{ field, message: texts }])
  if (!knownReason) throw wrong('reason', { da: 'Vælg en grund fra listen', en: 'Choose a reason from the list' })
  if (input.leftOn > ctx.today) throw wrong('leftOn', { da: 'Dagen ligger foran os. Planlæg afslutningen i stedet.', en: 'The day lies ahead. Plan the exit instead.' })
  if (await closingOf(tx, input.caseId)) throw new Conflict('closed')
  const referral = await latestReferral(tx, input.caseId)
  if (referral && referral.decision !== 'accepted') throw new Conflict('in-intake')
}

/** A sector plan's task has the date of the pack; nobody types it. */
function withDue(d: CloseFamily['decisions'][number], rows: readonly OpenRow[], at: { leftOn: string; alone: string }): Decision {
  const row = rows.find((r) => r.kind === d.kind && r.ref === d.ref)
  return { ...d, due: d.outcome === 'task' && row ? dueAlone(row, at) : null }
}

/** Closing is refused while a row has neither end nor name, and whoever is named must be able to have it. */
async function refuseUnowned(tx: Tx, ctx: Context, caseId: number, rows: readonly OpenRow[], decisions: readonly Decision[]): Promise<void> {
  const missing = unowned(rows, decisions)
  if (missing.length > 0) {
    throw new Invalid(
      missing.map(({ open, problem }) => {
        const row = rows.find((r) => r.kind === open.kind && r.ref === open.ref)
        const field = problem === 'no-name' ? `who.${open.kind}.${open.ref}` : `how.${open.kind}.${open.ref}`
        return { field, message: { da: da.problem[problem](row?.label ?? ''), en: en.problem[problem](row?.label ?? '') } }
      }),
    )
  }
  const named = decisions.filter((d) => d.staffId !== null && rows.some((r) => r.kind === d.kind && r.ref === d.ref))
  for (const staffId of new Set(named.map((d) => d.staffId))) {
    const first = named.find((d) => d.staffId === staffId)
    if (staffId !== null && first) await mayWork(tx, ctx, caseId, staffId, `who.${first.kind}.${first.ref}`)
  }
}

/** In whose words: a record about the one who said it, or the coordinator's about them all. */
async function writeStatement(tx: Tx, ctx: Context, input: CloseFamily, people: number[]): Promise<number[]> {
  if (input.words === '') return []
  if (input.saidBy !== null && !people.includes(input.saidBy)) {
    throw new Invalid([{ field: 'saidBy', message: { da: 'Vælg en fra familien', en: 'Choose somebody of the family' } }])
  }
  const row = await tx
    .insertInto('exit_statement')
    .values({
      municipality_id: ctx.municipalityId,
      person_id: input.saidBy,
      left_on: input.leftOn,
      words: input.words,
      case_id: input.caseId,
      sector: 'coordination',
      category: 'intake',
      visibility: 'family',
      subjects: input.saidBy === null ? people : [input.saidBy],
    })
    .returning('shelf_id')
    .executeTakeFirstOrThrow()
  return [row.shelf_id]
}

export type Reopened = { helpers: number; helpersGone: number; restored: number; consents: number }
/** The project manager takes a family back in, with a reason. Says how much came back, and how many consents need a new yes. @throws Conflict 'not-closed' */
export const reopenFamily = command({
  event: 'exit.reopen-family',
  input: ReopenFamily,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId }) => mayAppoint(tx, ctx, caseId),
  run: async (tx, _, { caseId, reason }) => {
    const { rows } = await sql<{ back: Reopened | null }>`select access.reopen_family(${caseId}, ${reason}) as back`.execute(tx)
    const back = rows[0]?.back
    if (!back) throw new Conflict('not-closed')
    return back
  },
  concerns: ({ caseId }, back) => ({ caseId, personIds: [], bases: ['project'], details: back }),
})

/** A family that left asks for a place again: a new referral with its new yes, decided like any other. @throws Conflict 'not-closed' */
export const referAgain = command({
  event: 'exit.refer-again',
  input: ReferAgain,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId }) => mayAppoint(tx, ctx, caseId),
  run: async (tx, ctx, input) => {
    if (input.yesOn > ctx.today) throw new Invalid([{ field: 'yesOn', message: { da: 'Datoen ligger i fremtiden', en: 'The date lies in the future' } }])
    const { rows } = await sql<{ id: number | null }>`select access.refer_again(${input.caseId}, ${input.yesOn}::date, ${input.yesForm}) as id`.execute(tx)
    if (!rows[0]?.id) throw new Conflict('not-closed')
    const people = (await familyPeople(tx, ctx, [input.caseId])).map((p) => p.id)
    const note = await writeReferralNote(tx, ctx, { caseId: input.caseId, note: input.reason, subjects: people })
    return { referralId: Number(rows[0].id), personIds: people, shelfIds: [note] }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.personIds, shelfIds: r.shelfIds, details: { referral: r.referralId } }),
})
