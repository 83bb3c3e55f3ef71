import { sql } from 'kysely'
import { casePack } from '#app/catalogue/queries.server.ts'
import { type Reader, readersOf } from '#app/consent/readers.server.ts'
import { type PersonThere, peopleThere } from '#app/families/queries.server.ts'
import { rightsOf } from '#app/families/case-rights.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { threadRules } from './queries.server.ts'
import { type ThreadKey, threadKey, threadName } from './thread.ts'

/** A thread of a case, whether anything was written in it or not: whose it is, and whom a message of the actor's would be about. */
export type Circle = {
  name: string
  key: ThreadKey
  /** First names of those whose thread it is. */
  names: string[]
  personIds: number[]
  subjects: number[]
  /** Children whom a message may also be about, so that everybody of the thread still reads it. */
  children: { id: number; firstName: string }[]
  shared: boolean
  shieldedFrom: number[]
}
export type Circles = { list: Circle[]; people: PersonThere[]; ownFromAge: number; answerDays: number; substituteDays: number; mayWrite: boolean; coordinates: boolean }

type Held = { childId: number; holderId: number }

/** The threads that the actor may write in (a member: their own; the coordination: everybody's), with whom they are for. */
export async function circlesOf(tx: Tx, ctx: Context, caseId: number): Promise<Circles> {
  const pack = await casePack(tx, caseId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  const rules = pack ? threadRules(pack, ctx.today) : { answerDays: 2, substituteDays: 7, ownFromAge: 15 }
  const people = (await peopleThere(tx, caseId, ctx.today)).filter((p) => p.died === null && !p.unborn)
  const member = ctx.actor.kind === 'member'
  const rights = await rightsOf(tx, ctx, caseId)
  const mayWrite = member ? await memberWrites(tx, caseId) : rights.coordination
  const held = await heldBy(tx, people, ctx)
  const has = (p: PersonThere) => !p.child || (p.age ?? 0) >= rules.ownFromAge
  const own: Circle[] = []
  for (const p of people.filter((x) => has(x) && (!member || x.id === ctx.actor.id))) own.push(await ownCircle(tx, p, people, held))
  const homes = [...new Set(people.filter((p) => !member || p.id === ctx.actor.id).flatMap((p) => p.homes))]
  const sharedOnes: Circle[] = []
  for (const home of homes) {
    const circle = await homeCircle(tx, ctx, caseId, home, people, held)
    if (circle) sharedOnes.push(circle)
  }
  return { list: [...own, ...sharedOnes], people, ...rules, mayWrite, coordinates: rights.coordination }
}

async function ownCircle(tx: Tx, p: PersonThere, people: readonly PersonThere[], held: readonly Held[]): Promise<Circle> {
  const shieldedFrom = p.child ? await shieldOf(tx, p.id) : []
  const children = people.filter((x) => x.child && x.id !== p.id && held.some((h) => h.childId === x.id && h.holderId === p.id))
  const key: ThreadKey = { personId: p.id, householdId: null }
  return { name: threadName(key), key, names: [p.firstName], personIds: [p.id], subjects: [p.id], children: children.map(named), shared: false, shieldedFrom }
}
const named = (p: PersonThere) => ({ id: p.id, firstName: p.firstName })

/** Shared by the adults of a home, where each of them would read what the actor writes; a shield between them leaves no shared thread. */
async function homeCircle(tx: Tx, ctx: Context, caseId: number, home: number, people: readonly PersonThere[], held: readonly Held[]): Promise<Circle | null> {
  const adults = people.filter((p) => !p.child && p.homes.includes(home))
  if (adults.length < 2 || (ctx.actor.kind === 'member' && !adults.some((p) => p.id === ctx.actor.id))) return null
  const subjects = ctx.actor.kind === 'member' ? [ctx.actor.id] : adults.map((p) => p.id)
  const key: ThreadKey = { personId: null, householdId: home }
  const children = people.filter((x) => x.child && x.homes.includes(home) && adults.every((a) => held.some((h) => h.childId === x.id && h.holderId === a.id)))
  const circle: Circle = { name: threadName(key), key, names: adults.map((p) => p.firstName), personIds: adults.map((p) => p.id), subjects, children: children.map(named), shared: true, shieldedFrom: [] }
  const readers = await circleReaders(tx, caseId, circle)
  const all = adults.every((p) => (ctx.actor.kind === 'member' && p.id === ctx.actor.id) || readers.some((r) => r.kind === 'member' && r.id === p.id))
  return all ? circle : null
}

/** Who would read what the actor writes in this thread, as the database computes it. */
export const circleReaders = (tx: Tx, caseId: number, c: Circle): Promise<Reader[]> =>
  readersOf(tx, { caseId, sector: 'coordination', category: 'thread', visibility: 'family', subjects: c.subjects, householdShared: c.shared, shieldedFrom: c.shieldedFrom })

export const findCircle = (circles: Circles, name: string): Circle | undefined => circles.list.find((c) => c.name === threadName(threadKey(name)))

async function memberWrites(tx: Tx, caseId: number): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select coalesce(${caseId} = any (access.ids('speak_cases')), false) as yes`.execute(tx)
  return rows[0]?.yes === true
}
async function shieldOf(tx: Tx, personId: number): Promise<number[]> {
  const { rows } = await sql<{ ids: number[] }>`select access.thread_shield(${personId}) as ids`.execute(tx)
  return rows[0]?.ids ?? []
}
/** Who holds custody of the children, as far as the actor sees it. */
async function heldBy(tx: Tx, people: readonly PersonThere[], ctx: Context): Promise<Held[]> {
  const children = people.filter((p) => p.child).map((p) => p.id)
  if (children.length === 0) return []
  return tx
    .selectFrom('custody')
    .select(['child_id as childId', 'holder_id as holderId'])
    .where('child_id', 'in', children)
    .where(sql<boolean>`access.within(${ctx.today}::date, valid_from, valid_until)`)
    .execute()
}
