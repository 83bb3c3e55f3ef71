import { sql } from 'kysely'
import { z } from 'zod'
import { command, query } from '#app/platform/command.server.ts'
import { type Context, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { CprAnswer } from '#app/families/cpr-known.server.ts'
import { NewFamily } from '#app/families/families.ts'
import { anyCprKnown, openCase } from '#app/families/open-case.server.ts'
import { myDepartments, openProjects } from './queries.server.ts'
import { birthdayOf, inHousehold, isAdult, ReferFamily, type ReferredPerson } from './referral.ts'

export type Referred = { outcome: 'referred'; caseId: number; number: string } | { outcome: Exclude<CprAnswer, 'unknown'> }

/**
 * Refers a family that has said yes: opens the case, keeps the yes of each adult with its date and form, and the referrer's words as a
 * record of the referrer's own sector. A number that belongs to somebody already here answers only that (the project manager is told).
 */
export const referFamily = command({
  event: 'intake.refer',
  input: ReferFamily,
  may: async (tx, ctx, input) => (await myDepartments(tx, ctx)).some((one) => one.id === input.departmentId),
  run: async (tx, ctx, input) => {
    if (input.yesOn > ctx.today)
      throw new Invalid([{ field: 'yesOn', message: { da: 'Datoen ligger i fremtiden', en: 'The date is in the future' } }])
    const sector = (await myDepartments(tx, ctx)).find((one) => one.id === input.departmentId)?.sector ?? ''
    const family = asNewFamily(input, sector)
    const answer = await anyCprKnown(tx, family)
    if (answer !== 'unknown') return { outcome: answer }
    const opened = await openCase(tx, ctx, family)
    const shelfIds = await writeRecords(tx, ctx, input, { caseId: opened.caseId, sector, people: opened.people })
    // The shortlist is another slice's: its function asks whether the line is this department's and has said yes.
    if (input.shortlistLineId !== null) await sql`select access.link_shortlist(${input.shortlistLineId}, ${opened.caseId})`.execute(tx)
    return { outcome: 'referred' as const, caseId: opened.caseId, number: opened.number, personIds: Object.values(opened.people), shelfIds }
  },
  concerns: (_, result) =>
    result.outcome === 'referred'
      ? {
          caseId: result.caseId,
          personIds: result.personIds,
          shelfIds: result.shelfIds,
          bases: ['referral'],
          details: { outcome: result.outcome },
        }
      : { personIds: [], bases: [], details: { outcome: result.outcome } },
})

/** The people as the family slice opens a case: one home for those who live together, the parent elsewhere apart. */
function asNewFamily(input: ReferFamily, sector: string): NewFamily {
  const keyed = input.persons.map((person, n) => ({ ...person, key: `p${n}` }))
  const children = keyed.filter((person) => person.part === 'child')
  const holders = keyed.filter((person) => isAdult(person) && person.custody)
  const unborn = keyed.filter((person) => person.part === 'unborn')
  return NewFamily.parse({
    projectId: input.projectId,
    name: input.familyName,
    from: null,
    households: [{ key: 'home' }],
    people: keyed.map((person) => ({
      key: person.key,
      kind: person.part === 'unborn' ? 'unborn' : 'person',
      firstName: person.firstName,
      lastName: person.lastName,
      born: person.part === 'unborn' ? null : birthdayOf(person),
      due: person.part === 'unborn' ? person.due : null,
      cpr: person.cpr,
      role: person.part === 'other-parent' ? 'other-parent' : 'family',
      households: inHousehold(person) ? ['home'] : [],
    })),
    custody: children.flatMap((child) => holders.map((holder) => ({ child: child.key, holder: holder.key }))),
    relations: [...children, ...unborn].flatMap((child) =>
      keyed.filter((person) => isParent(person)).map((parent) => ({ person: parent.key, other: child.key, kind: 'parent' })),
    ),
    // What was told about the family lies in the record; this field is a fact about the referral only.
    referral: { yesOn: input.yesOn, yesForm: input.yesForm, reason: 'Se henvisningen', sector },
  })
}
const isParent = (person: Pick<ReferredPerson, 'part' | 'custody'>): boolean =>
  person.part === 'other-parent' || (person.part === 'adult' && person.custody)

/** The referrer's words about everybody in the household, and one yes for each adult who gave it. @returns shelves */
async function writeRecords(
  tx: Tx,
  ctx: Context,
  input: ReferFamily,
  to: { caseId: number; sector: string; people: Record<string, number> },
): Promise<number[]> {
  const idOf = (n: number) => {
    const id = to.people[`p${n}`]
    if (id === undefined) throw new Error(`person ${n} was not opened`)
    return id
  }
  const record = { municipality_id: ctx.municipalityId, case_id: to.caseId, sector: to.sector, category: 'intake', visibility: 'family' }
  const subjects = input.persons.flatMap((person, n) => (inHousehold(person) ? [idOf(n)] : []))
  const note = await tx
    .insertInto('referral_note')
    .values({ ...record, subjects, note: input.reason })
    .returning('shelf_id')
    .executeTakeFirstOrThrow()
  const shelves = [note.shelf_id]
  for (const [n, person] of input.persons.entries()) {
    if (!isAdult(person) || !person.saidYes) continue
    const yes = await tx
      .insertInto('family_yes')
      .values({
        ...record,
        subjects: [idOf(n)],
        said_to: 'referral',
        said_on: input.yesOn,
        channel: input.yesChannel,
        on_behalf_of_person: idOf(n),
        on_behalf_channel: input.yesChannel,
        on_behalf_on: input.yesOn,
      })
      .returning('shelf_id')
      .executeTakeFirstOrThrow()
    shelves.push(yes.shelf_id)
  }
  return shelves
}

/**
 * What the referral form needs: my departments, the open projects, and whether people I can already see have the same name and birthday.
 */
export const readReferralForm = query({
  event: 'intake.read-referral-form',
  input: z.object({
    people: z
      .array(z.object({ firstName: z.string(), lastName: z.string(), born: z.string() }))
      .max(20)
      .default([]),
  }),
  may: async (_, ctx) => ctx.actor.kind === 'staff',
  run: async (tx, ctx, { people }) => {
    const named = people.filter((person) => person.firstName !== '' && /^\d{4}-\d{2}-\d{2}$/.test(person.born))
    const similar =
      named.length === 0
        ? []
        : await tx
            .selectFrom('person')
            .select(['id', 'first_name', 'last_name', 'born'])
            .where((e) =>
              e.or(
                named.map((person) =>
                  e.and([e(e.fn('lower', ['first_name']), '=', person.firstName.toLowerCase()), e('born', '=', person.born)]),
                ),
              ),
            )
            .limit(5)
            .execute()
    return {
      departments: await myDepartments(tx, ctx),
      projects: await openProjects(tx, ctx),
      similar: similar.map((row) => ({ id: row.id, name: `${row.first_name} ${row.last_name}`.trim() })),
    }
  },
  concerns: (_, { similar }) => ({ personIds: similar.map((person) => person.id), bases: similar.length > 0 ? ['household-names'] : [] }),
})

/** Why a family that left asks again: the same kind of record as in a first referral, written by the coordination. @returns its shelf */
export async function writeReferralNote(tx: Tx, ctx: Context, note: { caseId: number; note: string; subjects: number[] }): Promise<number> {
  const row = await tx
    .insertInto('referral_note')
    .values({ municipality_id: ctx.municipalityId, case_id: note.caseId, sector: 'coordination', category: 'intake', visibility: 'family', subjects: note.subjects, note: note.note })
    .returning('shelf_id')
    .executeTakeFirstOrThrow()
  return row.shelf_id
}
