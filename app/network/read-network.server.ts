import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { changesPeople } from '#app/families/rights.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import { type NetworkPage, standingWishes, tiesOn } from './network.ts'
import { mapFacts, meetingWishesOf, tiesOf } from './queries.server.ts'
import { networkRights } from './rights.server.ts'

/** The network map on a day (UDR-16, IT-09, IT-13, CIV-14): those the reader may know of, and the ties the reader may see. */
export const readNetwork = query({
  event: 'network.read',
  input: z.object({ caseId: Id, day: PlainDate.nullish().catch(null) }),
  case: ({ caseId }) => caseId,
  may: async (tx, _ctx, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  run: (tx, ctx, { caseId, day }) => networkPage(tx, ctx, caseId, day ?? ctx.today),
  concerns: ({ caseId }, r) => looks(caseId, r),
})

/** The same inside another verb's transaction. */
export async function networkPage(tx: Tx, ctx: Context, caseId: number, day: string): Promise<NetworkPage> {
  const family = await tx.selectFrom('family_case').select('name').where('id', '=', caseId).executeTakeFirst()
  if (!family) throw new NotFound('case')
  const facts = await mapFacts(tx, ctx, caseId, day)
  const rights = await networkRights(tx, ctx, caseId)
  const own = facts.people.filter((p) => p.role !== 'network' && p.kind === 'person').map((p) => p.id)
  const member = ctx.actor.kind === 'member'
  const elsewhere = member && facts.people.find((p) => p.id === ctx.actor.id)?.role === 'other-parent'
  const change = rights.staff && (await changesPeople(tx, caseId))
  return {
    ...facts,
    caseId,
    familyName: elsewhere ? '' : family.name,
    today: ctx.today,
    day,
    me: member ? ctx.actor.id : null,
    seesTies: rights.coordinator || member,
    ties: tiesOn(await tiesOf(tx, caseId), day),
    wishes: standingWishes(await meetingWishesOf(tx, caseId)),
    may: {
      change,
      drawFor: rights.staff ? (rights.writes ? own : []) : own.filter((id) => id === ctx.actor.id && rights.speak.includes(id)),
      chooseFor: rights.staff ? (rights.writes ? own : []) : own.filter((id) => rights.speak.includes(id)),
    },
  }
}

/** A row for the family, and one for each person outside it, so that each sees who has looked at theirs. */
function looks(caseId: number, page: NetworkPage) {
  const family = page.people.filter((p) => p.role === 'family').map((p) => p.id)
  const seen = [
    ...page.ties.map((t) => ({ of: t.saidBy, shelfId: t.shelfId })),
    ...page.wishes.map((w) => ({ of: w.wishedBy, shelfId: w.shelfId })),
    ...page.groups.map((g) => ({ of: g.personId, shelfId: g.shelfId })),
  ]
  const groups = [family, ...page.people.filter((p) => p.role === 'other-parent').map((p) => [p.id])]
  return groups
    .filter((ids) => ids.length > 0)
    .map((ids) => ({ caseId, personIds: ids, shelfIds: [...new Set(seen.filter((s) => ids.includes(s.of)).map((s) => s.shelfId))] }))
}
