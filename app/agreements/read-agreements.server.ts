import { z } from 'zod'
import { readersOf } from '#app/consent/readers.server.ts'
import { contentNow } from '#app/plan/records.server.ts'
import { peopleOf, type PlanPerson, rightsOf, type TeamMember, teamOf } from '#app/plan/queries.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type Agreement, id, inOrder, type Marker } from './agreement.ts'
import { agreementsOf } from './queries.server.ts'
import { asMarker } from './rights.server.ts'

export type AgreementsPage = {
  caseId: number
  familyName: string
  today: string
  agreements: Agreement[]
  people: PlanPerson[]
  team: TeamMember[]
  goals: { id: number; title: string }[]
  /** Names of those who ticked, by `kind.id`. */
  names: Record<string, string>
  who: Marker
  /** Makes agreements: staff who write the plan, and the family for themselves. */
  make: boolean
  /** "Det her kan læses af …": for an agreement about the whole family. */
  readers: string[]
}

/** All agreements of a family that the reader may read, open ones first, with what the reader may do. */
export const readAgreements = query({
  event: 'agreements.read',
  input: z.object({ caseId: id, writing: z.boolean().default(false) }),
  case: ({ caseId }) => caseId,
  may: onCase(() => true),
  run: (tx, ctx, { caseId, writing }) => agreementsPage(tx, ctx, caseId, writing),
  concerns: ({ caseId }, r) => ({
    caseId,
    personIds: [...new Set([...r.people.map((p) => p.id), ...r.agreements.flatMap((a) => a.subjects)])],
    shelfIds: [...new Set(r.agreements.map((a) => a.shelfId))],
  }),
})

/** The same for a query that shows it among other things. */
export async function agreementsPage(tx: Tx, ctx: Context, caseId: number, writing = false): Promise<AgreementsPage> {
  const rights = await rightsOf(tx, ctx, caseId)
  const people = await peopleOf(tx, ctx, caseId, rights)
  const agreements = inOrder(await agreementsOf(tx, caseId))
  const family = await tx.selectFrom('family_case').select('name').where('id', '=', caseId).executeTakeFirst()
  const whole = people.filter((p) => p.family).map((p) => p.id)
  const readers = writing ? await readersOf(tx, { caseId, sector: 'coordination', category: 'agreements', visibility: 'family', subjects: whole }) : []
  const make = rights.writes && (rights.coordination || !rights.staff)
  return {
    caseId,
    familyName: family?.name ?? '',
    today: ctx.today,
    agreements,
    people,
    team: await teamOf(tx, ctx, caseId),
    goals: make ? (await contentNow(tx, caseId)).goals.filter((g) => !g.dropped).map((g) => ({ id: g.id, title: g.title })) : [],
    names: await markNames(tx, agreements),
    who: asMarker(ctx, rights),
    make,
    readers: readers.map((r) => r.name),
  }
}

/** Who ticked, as far as the reader knows them by name. */
async function markNames(tx: Tx, agreements: readonly Agreement[]): Promise<Record<string, string>> {
  const by = agreements.flatMap((a) => a.marks.map((m) => m.by))
  const idsOf = (kind: string) => [...new Set(by.filter((b) => b.kind === kind).map((b) => b.id))]
  const [staffIds, personIds] = [idsOf('staff'), idsOf('member')]
  const staff = staffIds.length ? await tx.selectFrom('staff').select(['id', 'name']).where('id', 'in', staffIds).execute() : []
  const people = personIds.length ? await tx.selectFrom('person').select(['id', 'first_name']).where('id', 'in', personIds).execute() : []
  return Object.fromEntries([...staff.map((s) => [`staff.${s.id}`, s.name]), ...people.map((q) => [`member.${q.id}`, q.first_name])])
}
