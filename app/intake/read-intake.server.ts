import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { readerNames, readersOf } from '#app/consent/readers.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { mayAppoint, mayDecide, mayManageTeam, seesLedger } from './authority.server.ts'
import { familyState, type FamilyFacts, type FamilyStage, standingOn } from './family-state.ts'
import { CaseInput, Id } from './intake.ts'
import { type IntakeBasis, intakeBasis } from './intake-facts.server.ts'
import { adultsOf, intakeTeam, sectorLabels } from './queries.server.ts'
import { decisionsOf, lettersOf } from './record-queries.server.ts'
import { stateFacts } from './state-facts.server.ts'
import { teamOf } from './team-queries.server.ts'
import { z } from 'zod'

/**
 * One page for one family's way in: state, screening with its computed result, hearing, decisions and letters, and what the reader may do.
 */
export const readIntake = query({
  event: 'intake.read',
  input: CaseInput,
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  run: async (tx, ctx, { caseId }) => {
    const basis = await intakeBasis(tx, ctx, caseId)
    const decisions = await decisionsOf(tx, caseId)
    const letters = await lettersOf(tx, caseId)
    const notes = await referralNotes(tx, caseId)
    const ledger = await seesLedger(tx, caseId)
    const mayWrite = (await mayDecide(tx, caseId)) === true
    const sectors = sectorLabels(basis.pack, ctx)
    const { closedWhy, ...facts } = await factsOf(tx, basis, decisions[0] ?? null)
    const { reached } = standingOn((await stateFacts(tx, [caseId])).get(caseId) ?? [], ctx.today)
    // A family that is assessed anew has been screened since the first time.
    const screenedOn = facts.screenedOn && (reached.find((one) => one.stage === 'screened')?.on ?? facts.screenedOn)
    const state = { ...familyState({ ...facts, screenedOn }), closedOn: facts.closedOn, closedWhy }
    const exitReasons = inForce(basis.pack.choices, ctx.today)
      .filter((one) => one.list === 'exit-reason')
      .map((one) => ({ code: one.code, label: one.label[ctx.locale] }))
    const screening = basis.screening && {
      id: basis.screening.id,
      note: basis.screening.note,
      screenedOn: basis.screening.screenedOn,
      packVersion: basis.screening.packVersion,
      answers: basis.screening.answers,
    }
    const labels = { consents: [...inForce(basis.pack.minimumConsents, ctx.today), ...inForce(basis.pack.intakeConsents, ctx.today)] }
    const named = (missing: IntakeBasis['missing']) =>
      missing.map(({ person, template }) => ({
        who: person.firstName,
        what: labels.consents.find((one) => one.code === template)?.label[ctx.locale] ?? template,
      }))
    return {
      caseId,
      name: basis.head.name,
      number: basis.head.number,
      project: basis.head.projectName,
      today: ctx.today,
      people: basis.people.map((person) => ({ id: person.id, name: person.firstName, adult: adultsOf([person], ctx.today).length > 0 })),
      // The ledger of consents is seen by coordination, intake team and project manager; nobody else is told what is missing.
      seesConsents: ledger,
      missingConsents: ledger ? named(basis.missing) : [],
      missingIntakeConsent: ledger ? named(basis.intakeConsent) : [],
      referral: basis.referral && {
        on: basis.referral.referredOn,
        by: basis.referral.referrer ?? '',
        sector: sectors[basis.referral.sector] ?? basis.referral.sector,
        yesOn: basis.referral.yes_on,
        yesForm: basis.referral.yes_form,
        decision: basis.referral.decision,
      },
      notes: notes.map((note) => ({
        id: note.id,
        text: note.note,
        by: note.by ?? '',
        on: copenhagenDay(String(note.created_at)),
        sector: sectors[note.sector] ?? note.sector,
      })),
      criteria: inForce(basis.pack.intakeCriteria, ctx.today),
      screening,
      result: basis.result,
      facts: basis.facts,
      packVersion: basis.pack.version,
      packName: basis.pack.name[ctx.locale],
      hearings: basis.hearings.map(({ shelfId: _shelf, personId, ...one }) => ({
        ...one,
        who: basis.people.find((person) => person.id === personId)?.firstName ?? '',
      })),
      decisions: decisions.map(({ shelfId: _shelf, ...rest }) => rest),
      letters: letters.map((one) => ({
        id: one.id,
        template: one.template,
        on: one.written_on,
        title: one.title,
        to: basis.people
          .filter((person) => one.subjects.includes(person.id))
          .map((person) => person.firstName)
          .join(', '),
      })),
      readers: mayWrite ? await readers(tx, ctx, caseId, basis) : { answers: [], decision: [] },
      state,
      // VIS-21: what the family has come to after a place was given, as far as the reader sees it.
      later: reached.filter((one) => LATER.has(one.stage)),
      placeAsked: await placeAsked(tx, caseId),
      places: basis.places,
      team: await intakeTeam(tx, ctx, basis.head.projectId),
      me: ctx.actor.id,
      closedOn: state.closedOn,
      closedWhy: exitReasons.find((one) => one.code === state.closedWhy)?.label ?? state.closedWhy,
      exitReasons,
      may: { decide: mayWrite, close: (await mayManageTeam(tx, caseId)) === true, reopen: (await mayAppoint(tx, ctx, caseId)) === true },
      shelfIds: [
        ...decisions.map((one) => one.shelfId),
        ...letters.map((one) => one.shelf_id),
        ...notes.map((note) => note.shelf_id),
        ...basis.hearings.map((one) => one.shelfId),
        ...(basis.screening ? [basis.screening.shelfId, ...basis.screening.answers.map((one) => one.shelfId)] : []),
      ],
    }
  },
  concerns: ({ caseId }, page) => ({ caseId, personIds: page.people.map((person) => person.id), shelfIds: page.shelfIds }),
})
export type IntakePage = Awaited<ReturnType<typeof readIntake>>

const LATER: ReadonlySet<FamilyStage> = new Set<FamilyStage>(['preparation', 'meeting-planned', 'agreed', 'follow-up'])

/** Until when a place is held while somebody asks the family; null when nobody asks, or the reader may not know. */
async function placeAsked(tx: Tx, caseId: number): Promise<string | null> {
  const row = await tx
    .selectFrom('place_offer')
    .select('answer_by')
    .where('case_id', '=', caseId)
    .where('answer', 'is', null)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return row?.answer_by ?? null
}

/** "Det her kan læses af …" for what the team writes: the answers are for staff, the decision is for the family too. */
async function readers(tx: Tx, ctx: Context, caseId: number, basis: IntakeBasis): Promise<{ answers: string[]; decision: string[] }> {
  const names = roleNames(basis.pack, ctx)
  const of = async (visibility: 'staff' | 'family') =>
    readerNames(
      await readersOf(tx, {
        caseId,
        sector: 'coordination',
        category: 'intake',
        visibility,
        subjects: basis.people.map((person) => person.id),
      }),
      (role) => names.get(role) ?? role,
    )
  return { answers: await of('staff'), decision: await of('family') }
}
const roleNames = (pack: Pack, ctx: Context): Map<string, string> =>
  new Map(
    [...inForce(pack.postRoles, ctx.today), ...inForce(pack.assignmentRoles, ctx.today)].map((one) => [
      one.code,
      one.label[ctx.locale].toLowerCase(),
    ]),
  )

const referralNotes = (tx: Tx, caseId: number) =>
  tx
    .selectFrom('referral_note as n')
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'n.author_staff_id').onRef('s.municipality_id', '=', 'n.municipality_id'))
    .select(['n.id', 'n.note', 'n.sector', 'n.created_at', 'n.shelf_id', 's.name as by'])
    .where('n.case_id', '=', caseId)
    .where('n.replaced_by', 'is', null)
    .orderBy('n.id')
    .execute()

/** VIS-21 as far as intake knows it; what the plan adds is filled in by the pages that read the plan. */
async function factsOf(
  tx: Tx,
  basis: IntakeBasis,
  decision: { decision: 'accepted' | 'waiting' | 'refused'; decidedOn: string } | null,
): Promise<FamilyFacts & { closedWhy: string }> {
  const caseId = basis.head.id
  const coordinator = (await teamOf(tx, caseId)).find((one) => one.role === 'coordinator')
  const closed = await tx
    .selectFrom('closure')
    .select(['closed_at', 'reason'])
    .where('case_id', '=', caseId)
    .where('reopened_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  const known = basis.referral?.decision ?? null
  return {
    referredOn: basis.referral?.referredOn ?? '',
    consentInPlace: basis.facts.withoutConsent.length === 0,
    screenedOn: basis.result.result === 'unanswered' ? null : (basis.screening?.screenedOn ?? null),
    decision: decision ? { decision: decision.decision, on: decision.decidedOn } : known ? { decision: known, on: '' } : null,
    coordinatorSince: coordinator?.from ?? null,
    planBegunOn: null,
    agreedOn: null,
    closedOn: closed ? copenhagenDay(String(closed.closed_at)) : null,
    closedWhy: closed?.reason ?? '',
  }
}

/** A letter of intake as it was sent, for reading and printing. */
export const readIntakeLetter = query({
  event: 'intake.read-letter',
  input: z.object({ letterId: Id }),
  may: async () => true,
  run: async (tx, ctx: Context, { letterId }) => {
    const row = await tx
      .selectFrom('intake_letter')
      .select(['id', 'case_id', 'title', 'body', 'locale', 'written_on', 'subjects', 'shelf_id'])
      .where('id', '=', letterId)
      .executeTakeFirst()
    if (!row) throw new NotFound('letter')
    const people = await tx.selectFrom('person').select(['first_name', 'last_name']).where('id', 'in', row.subjects).execute()
    const head = await tx.selectFrom('family_case').select('number').where('id', '=', row.case_id).executeTakeFirst()
    const municipality = await tx
      .selectFrom('municipality')
      .select('name')
      .where('municipality_id', '=', ctx.municipalityId)
      .executeTakeFirstOrThrow()
    return {
      id: row.id,
      caseId: row.case_id,
      number: head?.number ?? '',
      title: row.title,
      body: row.body,
      locale: row.locale === 'en' ? ('en' as const) : ('da' as const),
      writtenOn: row.written_on,
      to: people.map((person) => `${person.first_name} ${person.last_name}`.trim()).join(', '),
      municipality: `${municipality.name} Kommune`,
      subjects: row.subjects,
      shelfId: row.shelf_id,
    }
  },
  concerns: (_, letter) => ({
    caseId: letter.caseId,
    personIds: letter.subjects,
    shelfIds: [letter.shelfId],
    details: { letter: letter.id },
  }),
})
