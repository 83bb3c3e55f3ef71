import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import { custodyOf, peopleOf } from '#app/families/queries.server.ts'
import { cprHash } from '#app/platform/cpr/cpr-column.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { ageOn } from '#app/platform/time/plain-date.ts'
import { asMembers, type Member } from '#app/progression/indicators.ts'

export type Known = { personId: number; caseId: number; name: string; member: Member }

/** The members of the project's families whose numbers these are, by number: three statements, however many. Others are not there. */
export async function knownPeople(tx: Tx, projectId: number, digits: readonly string[], today: string): Promise<Map<string, Known>> {
  const byHash = new Map([...new Set(digits)].map((d) => [cprHash(d).toString('hex'), d]))
  const hashes = [...byHash.keys()].map((h) => `\\x${h}`)
  const { rows } = await sql<{ hash: Buffer; personId: number; caseId: number }>`select hash, person_id as "personId", case_id as "caseId"
    from access.register_people(${projectId}, ${hashes}::bytea[])`.execute(tx)
  const members = await membersOfAll(tx, [...new Set(rows.map((r) => r.caseId))], today)
  return new Map(rows.flatMap((r) => {
    const member = members.get(`${r.caseId} ${r.personId}`)
    const number = byHash.get(r.hash.toString('hex'))
    return member && number ? [[number, { personId: r.personId, caseId: r.caseId, name: member.fullName, member }] as const] : []
  }))
}

async function membersOfAll(tx: Tx, caseIds: number[], today: string): Promise<Map<string, Member & { fullName: string }>> {
  const people = (await peopleOf(tx, caseIds, today)).filter((p) => p.role !== 'network' && p.died === null && p.kind !== 'network')
  const known = people.map((p) => ({ ...p, unborn: p.kind === 'unborn', child: p.kind === 'unborn' || (p.born !== null && ageOn(p.born, today) < 18) }))
  const custody = inForce(await custodyOf(tx, known.filter((p) => p.child).map((p) => p.id)), today)
  const cases = Map.groupBy(known, (p) => p.caseId)
  const holders = Map.groupBy(custody, (c) => c.childId)
  return new Map([...cases].flatMap(([caseId, mine]) =>
    asMembers(mine, mine.flatMap((p) => holders.get(p.id) ?? [])).map((m) => [`${caseId} ${m.id}`, { ...m, fullName: `${m.name} ${mine.find((p) => p.id === m.id)?.lastName ?? ''}`.trim() }] as const)))
}
