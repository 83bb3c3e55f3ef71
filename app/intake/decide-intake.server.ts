import { sql } from 'kysely'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { command } from '#app/platform/command.server.ts'
import { Conflict, type Context, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { mayDecide } from './authority.server.ts'
import { blockerText } from './blocker-text.ts'
import { AnswerHearing, blockerField, DecideIntake, intakeBlockers, SendHearing } from './intake.ts'
import { type IntakeBasis, intakeBasis } from './intake-facts.server.ts'
import { type WrittenLetter, writeLetters } from './intake-letters.server.ts'
import { adultsOf } from './queries.server.ts'

/**
 * VIS-14: the intake team's formal decision with its date. A yes needs the family's two consents (CON-02), answers to the criteria and a
 * free place; another decision than the computed one needs a reason (VIS-08); a no needs a hearing first and writes each adult a letter
 * with reasons and appeal guidance. A yes sets the intake date (VIS-15).
 * @throws Invalid with everything that stands in the way; Conflict 'intake-decided' when somebody decided meanwhile
 */
export const decideIntake = command({
  event: 'intake.decide',
  input: DecideIntake,
  case: ({ caseId }) => caseId,
  may: (tx, _, { caseId }) => mayDecide(tx, caseId),
  run: async (tx, ctx, input) => {
    const basis = await intakeBasis(tx, ctx, input.caseId)
    refuse(basis, input)
    const subjects = basis.people.map((person) => person.id)
    const row = await tx
      .insertInto('intake_decision')
      .values({
        municipality_id: ctx.municipalityId,
        screening_id: basis.screening?.id ?? null,
        decided_on: input.decidedOn,
        decision: input.decision,
        computed: basis.result.result,
        pack: basis.pack.code,
        pack_version: basis.pack.version,
        present: input.present,
        reasons: input.reasons,
        deviation_reason: input.deviationReason,
        no_hearing_reason: input.noHearingReason,
        case_id: input.caseId,
        sector: 'coordination',
        category: 'intake',
        visibility: 'family',
        // A decision about the family is for everybody in it.
        household_shared: true,
        subjects,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    const letters = input.decision === 'refused' ? await refusalLetters(tx, ctx, basis, input) : []
    const closed = await sql<{ n: number }>`select access.close_referral(${input.caseId}, ${input.decision}) as n`.execute(tx)
    // Two decisions at once: the database lets one through at a time, and the last place goes to the first.
    if (closed.rows[0]?.n === -1) refuse({ ...basis, facts: { ...basis.facts, placesFree: 0 } }, input)
    if (closed.rows[0]?.n !== 1) throw new Conflict('intake-decided')
    return { decisionId: row.id, subjects, letters, shelfIds: [row.shelf_id, ...letters.map((letter) => letter.shelfId)] }
  },
  // The decision ends the team's own access, so the basis is named here and not looked up afterwards.
  concerns: ({ caseId, decision, decidedOn }, result) => ({
    caseId,
    personIds: result.subjects,
    shelfIds: result.shelfIds,
    bases: ['intake'],
    details: { decision, decidedOn, record: result.decisionId, letters: result.letters.map((letter) => letter.id) },
  }),
})

function refuse(basis: IntakeBasis, input: DecideIntake): void {
  const blockers = intakeBlockers(basis.facts, input)
  if (blockers.some((one) => one.code === 'decided')) throw new Conflict('intake-decided')
  if (blockers.length > 0)
    throw new Invalid(
      blockers.map((one) => ({ field: blockerField(one), message: { da: blockerText('da', one), en: blockerText('en', one) } })),
    )
}

function refusalLetters(tx: Tx, ctx: Context, basis: IntakeBasis, input: DecideIntake): Promise<WrittenLetter[]> {
  const appealBy = addDays(input.decidedOn, 7 * settingAt(basis.pack, 'appealWeeks', ctx.today))
  return writeLetters(tx, ctx, {
    caseId: input.caseId,
    pack: basis.pack,
    template: 'intake-refusal',
    to: adultsOf(basis.people, ctx.today),
    values: (locale, person) => ({
      project: basis.head.projectName,
      decisionDate: formatDate(locale, input.decidedOn),
      reasons: input.reasons,
      hearing: whatTheySaid(locale, basis, person.id, input.noHearingReason),
      rules: rulesUsed(locale, basis),
      appealTo: basis.head.projectName,
      appealBy: formatDate(locale, appealBy),
    }),
  })
}

/** Each letter quotes its own reader only. */
function whatTheySaid(locale: 'da' | 'en', { hearings }: IntakeBasis, personId: number, waived: string): string {
  const hearing = hearings.find((one) => one.personId === personId)
  if (hearing?.answeredOn) return hearing.answer
  if (!hearing) return waived
  const date = formatDate(locale, hearing.sentOn)
  return locale === 'da' ? `Vi skrev til dig ${date} og har ikke hørt fra dig.` : `We wrote to you on ${date} and have not heard from you.`
}

/** The criteria of the version that was used, as a list a family can ask about. */
function rulesUsed(locale: 'da' | 'en', { pack, result }: IntakeBasis): string {
  const rules = result.rules.filter((rule) => rule.effect !== 'soft').map((rule) => `– ${rule.label[locale]}`)
  const intro =
    locale === 'da'
      ? `Vi har brugt projektets kriterier (${pack.name.da}, version ${pack.version}):`
      : `We used the project’s criteria (${pack.name.en}, version ${pack.version}):`
  return [intro, ...rules].join('\n')
}

/** Before a no the family is told what the team thinks and why, and until when it can answer. Writes each adult a letter. */
export const sendHearing = command({
  event: 'intake.send-hearing',
  input: SendHearing,
  case: ({ caseId }) => caseId,
  may: (tx, _, { caseId }) => mayDecide(tx, caseId),
  run: async (tx, ctx, input) => {
    const basis = await intakeBasis(tx, ctx, input.caseId)
    if (basis.hearings.some((one) => one.answeredOn === null && ctx.today <= one.answerBy)) throw new Conflict('hearing-open')
    const adults = adultsOf(basis.people, ctx.today)
    const answerBy = addDays(ctx.today, settingAt(basis.pack, 'hearingDays', ctx.today))
    const hearings: { id: number; shelf_id: number }[] = []
    for (const adult of adults) hearings.push(await insertHearing(tx, ctx, input, adult.id, answerBy))
    const letters = await writeLetters(tx, ctx, {
      caseId: input.caseId,
      pack: basis.pack,
      template: 'intake-hearing',
      to: adults,
      values: (locale) => ({ project: basis.head.projectName, reasons: input.reasons, answerBy: formatDate(locale, answerBy) }),
    })
    const shelfIds = [...hearings.map((one) => one.shelf_id), ...letters.map((letter) => letter.shelfId)]
    return { hearingIds: hearings.map((one) => one.id), answerBy, heard: adults.map((one) => one.id), letters, shelfIds }
  },
  concerns: ({ caseId }, result) => ({
    caseId,
    personIds: result.heard,
    shelfIds: result.shelfIds,
    details: { hearings: result.hearingIds },
  }),
})

const insertHearing = (tx: Tx, ctx: Context, input: { caseId: number; reasons: string }, personId: number, answerBy: string) =>
  tx
    .insertInto('intake_hearing')
    .values({
      municipality_id: ctx.municipalityId,
      sent_on: ctx.today,
      answer_by: answerBy,
      reasons: input.reasons,
      case_id: input.caseId,
      sector: 'coordination',
      category: 'intake',
      visibility: 'family',
      subjects: [personId],
    })
    .returning(['id', 'shelf_id'])
    .executeTakeFirstOrThrow()

/** What an adult answered, written down for them. @throws Conflict 'already-answered' */
export const answerHearing = command({
  event: 'intake.answer-hearing',
  input: AnswerHearing,
  case: ({ caseId }) => caseId,
  may: (tx, _, { caseId }) => mayDecide(tx, caseId),
  run: async (tx, ctx, input) => {
    if (input.answeredOn > ctx.today)
      throw new Invalid([
        { field: 'answeredOn', message: { da: blockerText('da', { code: 'future' }), en: blockerText('en', { code: 'future' }) } },
      ])
    const row = await tx
      .updateTable('intake_hearing')
      .set({ answered_on: input.answeredOn, answer: input.answer })
      .where('id', '=', input.hearingId)
      .where('case_id', '=', input.caseId)
      .where('answered_on', 'is', null)
      .returning(['shelf_id', 'subjects'])
      .executeTakeFirst()
    if (row) return row
    const there = await tx
      .selectFrom('intake_hearing')
      .select('id')
      .where('id', '=', input.hearingId)
      .where('case_id', '=', input.caseId)
      .executeTakeFirst()
    if (!there) throw new NotFound('hearing')
    throw new Conflict('already-answered')
  },
  concerns: ({ caseId, hearingId }, result) => ({
    caseId,
    personIds: result.subjects,
    shelfIds: [result.shelf_id],
    details: { hearing: hearingId },
  }),
})
