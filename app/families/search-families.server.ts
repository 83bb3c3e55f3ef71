import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import { cprHash } from '#app/platform/cpr/cpr-column.server.ts'
import { readCpr } from '#app/platform/cpr/cpr.ts'
import { encrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys } from '#app/platform/crypto/keys.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { cprKnown } from './cpr-known.server.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import { type CasePerson, Id } from './families.ts'
import { Search } from './inputs.ts'
import { peopleOf } from './queries.server.ts'
import { mayChangePeople } from './rights.server.ts'

export type FoundFamily = { caseId: number; number: string; name: string; people: CasePerson[]; /** Who matched. */ personIds: number[] }
/** `known`: an exact CPR number of somebody the actor may not see; nothing else is said. `limited`: too many searches within the hour. */
export type SearchResult = { families: FoundFamily[]; answer: 'found' | 'none' | 'known' | 'limited'; shelfIds: number[] }

/** What a search term in the audit log is encrypted for. */
export const searchTermAad = (municipalityId: number): string => `audit search ${municipalityId}`
const LONGEST_LIST = 50
/** Signs that mean something to `ilike` mean themselves. */
const literally = (text: string): string => text.replace(/[\\%_]/g, (c) => `\\${c}`)

/** Finds families by the beginning of a name or by a whole CPR number, among those the actor may see. The words are in the log, encrypted. */
export const searchFamilies = query({
  event: 'families.search',
  input: Search,
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'staff'),
  concerns: (input, result: SearchResult & { municipalityId: number }) => ({
    personIds: result.families.flatMap((f) => f.personIds),
    shelfIds: result.shelfIds,
    details: { answer: result.answer },
    searchTerms: encrypt(keys().cprKeys, input.q, searchTermAad(result.municipalityId)),
  }),
  run: async (tx, ctx, { q }) => ({ ...(await search(tx, ctx, q)), municipalityId: ctx.municipalityId }),
})

async function search(tx: Tx, ctx: Context, q: string): Promise<SearchResult> {
  const { rows } = await sql<{ yes: boolean }>`select access.may_search() as yes`.execute(tx)
  if (!rows[0]?.yes) return { families: [], answer: 'limited', shelfIds: [] }
  const cpr = readCpr(q)
  return cpr ? byCpr(tx, ctx, cpr.digits) : byName(tx, ctx, q)
}

async function byCpr(tx: Tx, ctx: Context, digits: string): Promise<SearchResult> {
  const rows = await tx.selectFrom('person_cpr').select(['subjects', 'shelf_id']).where('cpr_hash', '=', cprHash(digits)).execute()
  if (rows.length > 0) {
    const found = await familiesWith(
      tx,
      ctx,
      rows.flatMap((r) => r.subjects),
    )
    return { families: found, answer: 'found', shelfIds: rows.map((r) => r.shelf_id) }
  }
  const answer = await cprKnown(tx, digits)
  return { families: [], answer: answer === 'unknown' ? 'none' : answer, shelfIds: [] }
}

/** Each word begins a first or last name; or the whole is the beginning of the family's name or its number. */
async function byName(tx: Tx, ctx: Context, q: string): Promise<SearchResult> {
  const words = q
    .split(/\s+/)
    .filter((w) => w !== '')
    .map((w) => `${literally(w)}%`)
  const whole = `${literally(q)}%`
  let people = tx.selectFrom('person').select('id')
  for (const word of words)
    people = people.where((e) =>
      e.or([e('first_name', 'ilike', word), e('last_name', 'ilike', word), e('last_name', 'ilike', `% ${word}`)]),
    )
  const persons = (await people.limit(500).execute()).map((p) => p.id)
  const named = (
    await tx
      .selectFrom('family_case')
      .select('id')
      .where((e) => e.or([e('name', 'ilike', whole), e('number', 'ilike', whole)]))
      .limit(LONGEST_LIST)
      .execute()
  ).map((c) => c.id)
  const families = await familiesWith(tx, ctx, persons, named)
  return { families, answer: families.length > 0 ? 'found' : 'none', shelfIds: [] }
}

async function familiesWith(tx: Tx, ctx: Context, personIds: number[], caseIds: number[] = []): Promise<FoundFamily[]> {
  const through =
    personIds.length === 0
      ? []
      : await tx.selectFrom('case_person').select(['case_id', 'person_id']).where('person_id', 'in', personIds).execute()
  const ids = [...new Set([...through.map((c) => c.case_id), ...caseIds])]
  if (ids.length === 0) return []
  const cases = await tx
    .selectFrom('family_case')
    .select(['id', 'number', 'name'])
    .where('id', 'in', ids)
    .orderBy('name')
    .limit(LONGEST_LIST)
    .execute()
  const people = await peopleOf(
    tx,
    cases.map((c) => c.id),
    ctx.today,
  )
  return cases.map((c) => {
    const matched = through.filter((t) => t.case_id === c.id).map((t) => t.person_id)
    const own = people.filter((p) => p.caseId === c.id)
    return {
      caseId: c.id,
      number: c.number,
      name: c.name,
      people: own.filter((p) => p.role === 'family' || matched.includes(p.id)),
      personIds: matched.length > 0 ? [...new Set(matched)] : own.filter((p) => p.role === 'family').map((p) => p.id),
    }
  })
}

export type LookAlike = { id: number; firstName: string; lastName: string }
/** Possible duplicates before a person is added: the same first name and birthday, among visible persons only. */
export const findLookAlikes = query({
  event: 'families.look-alikes',
  input: z.object({ caseId: Id, firstName: z.string().trim(), born: PlainDate }),
  may: (tx, _ctx, input) => mayChangePeople(tx, input.caseId),
  concerns: (input, result: LookAlike[]) => ({ caseId: input.caseId, personIds: result.map((p) => p.id) }),
  run: async (tx, _ctx, { firstName, born }) => {
    const rows = await tx
      .selectFrom('person')
      .select(['id', 'first_name', 'last_name'])
      .where('born', '=', born)
      .where('first_name', 'ilike', literally(firstName))
      .limit(10)
      .execute()
    return rows.map((r) => ({ id: r.id, firstName: r.first_name, lastName: r.last_name }))
  },
})
