import { sql } from 'kysely'
import { z } from 'zod'
import { itemAt } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { openingOf, type ReasonedOpening, reasonedOpenings } from '#app/consent/open-with-reason.server.ts'
import { readerNames } from '#app/consent/readers.server.ts'
import { Id } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { type Entry, entryOf } from '#app/team/entry.server.ts'
import { type Circle, type Circles, circleReaders, circlesOf } from './circle.server.ts'
import { messagesOf } from './queries.server.ts'
import { answerBy, type Message, ThreadName, threadName, waitingFrom } from './thread.ts'

export type ThreadLine = {
  name: string
  /** First names of whose it is. */
  names: string[]
  shared: boolean
  last: { at: string; author: string } | null
  /** The first message that waits for an answer, with its last day. */
  waiting: { messageId: number; dueOn: string; overdue: boolean } | null
  unseen: number
  /** The actor may write in it. */
  writable: boolean
}
export type ThreadsPage = {
  caseId: number
  today: string
  me: { kind: 'staff' | 'member'; id: number }
  threads: ThreadLine[]
  chosen: (ThreadLine & { messages: Message[]; readers: string[] }) | null
  entry: Entry
  answerDays: number
  ownFromAge: number
  /** Where a talk at the job centre is cancelled. */
  jobCentre: { name: string; phone: string } | null
  opening: Awaited<ReturnType<typeof openingOf>>
  /** Who opened the messages with a typed reason; for the family. */
  openings: ReasonedOpening[]
  coordinates: boolean
  /** Open for writing: false when the family has left. */
  mayWrite: boolean
}

/**
 * The threads of a case as the reader may see them, and one of them whole; that it was opened is kept for its writer to see. Staff and
 * members alike: each sees what the records allow.
 */
export const readThreads = query({
  event: 'threads.read',
  input: z.object({ caseId: Id, thread: ThreadName.nullish().catch(null) }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => (ctx.actor.kind === 'staff' || ctx.actor.kind === 'member') && (await reachesCase(tx, caseId)) ? true : 'not-found',
  run: async (tx, ctx, { caseId, thread }): Promise<ThreadsPage> => {
    const circles = await circlesOf(tx, ctx, caseId)
    const messages = await messagesOf(tx, caseId)
    const threads = linesOf(ctx, circles, messages)
    const line = threads.find((t) => t.name === thread) ?? (thread ? undefined : ctx.actor.kind === 'member' ? threads[0] : undefined)
    const own = line ? messages.filter((m) => threadName(m) === line.name) : []
    if (own.length > 0) await sql`select access.see_messages(${own.map((m) => m.id)}::bigint[])`.execute(tx)
    const circle = circles.list.find((c) => c.name === line?.name)
    return {
      caseId,
      today: ctx.today,
      me: { kind: ctx.actor.kind === 'member' ? 'member' : 'staff', id: ctx.actor.id },
      threads,
      chosen: line ? { ...line, messages: own, readers: circle ? await readersFor(tx, ctx, caseId, circle) : [] } : null,
      entry: await entryOf(tx, ctx, caseId),
      answerDays: circles.answerDays,
      ownFromAge: circles.ownFromAge,
      jobCentre: await jobCentre(tx, ctx),
      opening: await openingOf(tx, ctx, caseId, 'thread'),
      openings: ctx.actor.kind === 'member' ? await reasonedOpenings(tx, caseId, 'thread') : [],
      coordinates: circles.coordinates,
      mayWrite: circles.mayWrite,
    }
  },
  concerns: ({ caseId }, p) => ({
    caseId,
    personIds: [...new Set(p.chosen?.messages.flatMap((m) => m.subjects) ?? [])],
    shelfIds: p.chosen?.messages.map((m) => m.shelfId) ?? [],
    details: { messages: p.chosen?.messages.length ?? 0 },
  }),
})

/** One line for each thread the actor may write in, and for each in which they may read something. */
function linesOf(ctx: Context, circles: Circles, messages: readonly Message[]): ThreadLine[] {
  const known = new Map<string, { names: string[]; shared: boolean; writable: boolean }>(
    (ctx.actor.kind === 'member' || circles.coordinates ? circles.list : []).map((c) => [c.name, { names: c.names, shared: c.shared, writable: circles.mayWrite }]),
  )
  for (const m of messages) {
    const name = threadName(m)
    if (known.has(name)) continue
    const whose = circles.people.filter((p) => (m.personId === null ? !p.child && p.homes.includes(m.householdId ?? 0) : p.id === m.personId))
    known.set(name, { names: whose.map((p) => p.firstName), shared: m.personId === null, writable: false })
  }
  const lines = [...known].map(([name, k]) => {
    const own = messages.filter((m) => threadName(m) === name)
    const last = own.at(-1)
    const waits = waitingFrom(own)
    const dueOn = waits && answerBy(copenhagenDay(waits.writtenAt), circles.answerDays)
    return {
      name,
      ...k,
      last: last ? { at: last.writtenAt, author: last.author } : null,
      waiting: waits && dueOn ? { messageId: waits.id, dueOn, overdue: dueOn < ctx.today } : null,
      unseen: unseenBy(ctx, own),
    }
  })
  // Staff see first what waits longest; a member's own thread stands first.
  return ctx.actor.kind === 'member' ? lines : lines.toSorted((a, b) => (a.waiting?.dueOn ?? '9999').localeCompare(b.waiting?.dueOn ?? '9999') || (b.last?.at ?? '').localeCompare(a.last?.at ?? ''))
}
/** Written by the other side and not opened yet by the reader; whoever only may read is not waited for. */
function unseenBy(ctx: Context, messages: readonly Message[]): number {
  const member = ctx.actor.kind === 'member'
  const mine = (r: { staffId: number | null; personId: number | null }) => (member ? r.personId : r.staffId) === ctx.actor.id
  return messages.filter((m) => (member ? m.authorPersonId !== ctx.actor.id : m.authorStaffId === null) && !m.seenBy.some(mine)).length
}

async function readersFor(tx: Tx, ctx: Context, caseId: number, circle: Circle): Promise<string[]> {
  const found = await circleReaders(tx, caseId, circle)
  const pack = await casePack(tx, caseId).catch(() => null)
  const roleName = (role: string) => (pack && itemAt(pack.assignmentRoles, role, ctx.today)?.label[ctx.locale].toLocaleLowerCase(ctx.locale)) || role
  return readerNames(found, roleName)
}

/** A unit of employment with a telephone: where a talk is cancelled. */
async function jobCentre(tx: Tx, ctx: Context): Promise<{ name: string; phone: string } | null> {
  const row = await tx
    .selectFrom('department')
    .select(['name', 'phone'])
    .where('sector', '=', 'employment')
    .where(sql<boolean>`access.within(${ctx.today}::date, valid_from, valid_until)`)
    .orderBy(sql`phone is null, id`)
    .executeTakeFirst()
  return row?.phone ? { name: row.name, phone: row.phone } : null
}
