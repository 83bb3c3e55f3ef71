import { sql } from 'kysely'
import { subjectsAfterAsking } from '#app/consent/about-others.ts'
import { peopleOf } from '#app/families/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { type Context, Forbidden, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { ConfirmAnswer, type Inquiry, isCovered, WriteAnswer } from './inquiry.ts'
import { coverIn, inquiriesOf } from './queries.server.ts'
import { onCase, type Rights, rightsOf, wrong } from '#app/families/case-rights.server.ts'

/**
 * Writes an answer down (UDR-08): a colleague of the asked sector their own, as a record of that sector; the coordinator what came on
 * paper, by telephone or at
 * a meeting, as stated by that sector (access rules, case 24). One record for each person. Once per person: a second answer is a
 * correction.
 */
export const writeAnswer = command({
  event: 'inquiries.write-answer',
  input: WriteAnswer,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.sectors.length > 0),
  async run(tx, ctx, input) {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const [q] = await inquiriesOf(tx, input.caseId, ctx.now, input.inquiryId)
    if (!q || q.cancelledOn !== null) throw new NotFound('inquiry')
    const as = await writerOf(tx, ctx, input, q, rights)
    const people = await peopleOf(tx, [input.caseId], ctx.today)
    const written: { id: number; shelfId: number; subjects: number[] }[] = []
    for (const one of input.said) {
      if (!q.subjects.includes(one.personId)) throw wrong('said', 'Spørgsmålet handler ikke om den person', 'The question is not about that person')
      const answers = Object.fromEntries(Object.entries(one.answers).filter(([code]) => q.questions.some((x) => x.code === code)))
      if (Object.keys(answers).length === 0) continue
      const subjects = subjectsAfterAsking({ texts: Object.values(answers), subjects: [one.personId], people, aboutOthers: input.aboutOthers })
      const before = q.answers.find((a) => a.personId === one.personId && a.sector === as.sector)
      const row = await tx
        .insertInto('inquiry_answer')
        .values({
          municipality_id: ctx.municipalityId,
          case_id: input.caseId,
          category: q.asks,
          visibility: 'family',
          household_shared: false,
          subjects,
          inquiry_id: q.id,
          person_id: one.personId,
          answers: JSON.stringify(answers),
          answered_on: as.on,
          replaces: before?.id ?? null,
          ...as.columns,
        })
        .returning(['id', 'shelf_id', 'subjects'])
        .executeTakeFirstOrThrow()
      written.push({ id: row.id, shelfId: row.shelf_id, subjects: row.subjects })
    }
    if (written.length === 0) throw wrong('said', 'Skriv mindst ét svar', 'Write at least one answer')
    await sql`select access.end_inquiry_tasks(${q.id})`.execute(tx)
    if (rights.coordination) await sql`select access.end_reply_links(${q.id})`.execute(tx)
    return { written, inquiryId: q.id }
  },
  concerns: ({ caseId }, r) => ({
    caseId,
    personIds: [...new Set(r.written.flatMap((w) => w.subjects))],
    shelfIds: r.written.map((w) => w.shelfId),
    details: { inquiry: r.inquiryId },
  }),
})

type Input = { caseId: number; said: readonly { personId: number }[]; statedName: string; statedOn: string | null; statedChannel: string }
async function writerOf(tx: Tx, ctx: Context, input: Input, q: Inquiry, rights: Rights) {
  if (rights.sectors.includes(q.sector)) return { sector: q.sector, on: ctx.today, columns: { sector: q.sector } }
  if (!rights.coordination) throw new Forbidden('inquiries.write-answer')
  const cover = await coverIn(tx, input.caseId)
  if (input.said.some((s) => !isCovered({ sector: q.sector, asks: q.asks, tells: q.tells }, s.personId, cover)))
    throw wrong('said', 'Samtykket dækker ikke længere', 'The consent no longer covers this')
  if (input.statedName === '') throw wrong('statedName', 'Skriv, hvem der har svaret', 'Write who answered')
  const on = input.statedOn ?? ctx.today
  if (on > ctx.today) throw wrong('statedOn', 'Datoen kan ikke ligge i fremtiden', 'The date cannot lie in the future')
  const stated = { stated_by_name: input.statedName, stated_by_sector: q.sector, stated_on: on, stated_channel: input.statedChannel }
  return { sector: 'coordination', on, columns: { sector: 'coordination', ...stated } }
}

/** The sector confirms what it was said to state: a record of its own replaces the other one (access rules, case 24). */
export const confirmAnswer = command({
  event: 'inquiries.confirm-answer',
  input: ConfirmAnswer,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.sectors.some((s) => s !== 'coordination')),
  async run(tx, ctx, { caseId, answerId }) {
    const rights = await rightsOf(tx, ctx, caseId)
    const a = await tx
      .selectFrom('inquiry_answer')
      .selectAll()
      .where('id', '=', answerId)
      .where('case_id', '=', caseId)
      .where('replaced_by', 'is', null)
      .executeTakeFirst()
    if (!a) throw new NotFound('answer')
    if (a.stated_by_sector === null || a.stated_by_sector === a.sector || !rights.sectors.includes(a.stated_by_sector))
      throw new Forbidden('inquiries.confirm-answer')
    const row = await tx
      .insertInto('inquiry_answer')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: caseId,
        sector: a.stated_by_sector,
        category: a.category,
        visibility: a.visibility,
        household_shared: a.household_shared,
        subjects: a.subjects,
        inquiry_id: a.inquiry_id,
        person_id: a.person_id,
        answers: JSON.stringify(a.answers),
        answered_on: a.answered_on,
        replaces: a.id,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfIds: [a.shelf_id, row.shelf_id], subjects: a.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: r.shelfIds, details: { answer: r.id } }),
})
