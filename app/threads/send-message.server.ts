import { sql } from 'kysely'
import { namesOutside, subjectsAfterAsking } from '#app/consent/about-others.ts'
import { onCase, wrong } from '#app/families/case-rights.server.ts'
import { coordinatorsOf } from '#app/families/queries.server.ts'
import { command, type May, reachesCase } from '#app/platform/command.server.ts'
import { Conflict, type Context, Forbidden, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { type Circle, type Circles, circlesOf, findCircle } from './circle.server.ts'
import { da, en } from './messages.ts'
import { findMessage } from './queries.server.ts'
import { HandOver, OneMessage, seemsToCancelTalk, SendMessage } from './thread.ts'

/** A note about a message goes out when it can no longer be taken back. */
const NOTE_AFTER_SECONDS = 35

async function mayUse(tx: Tx, ctx: Context, { caseId }: { caseId: number }): Promise<May> {
  if (ctx.actor.kind !== 'staff' && ctx.actor.kind !== 'member') return 'not-found'
  return (await reachesCase(tx, caseId)) || 'not-found'
}

/**
 * Sends a message in a thread the actor may write in. The others get to know that something waits, not what.
 * @throws Conflict 'about-somebody-else'; Conflict 'cancels-talk' once, when a member's words read like a cancelled talk
 */
export const sendMessage = command({
  event: 'threads.send',
  input: SendMessage,
  case: ({ caseId }) => caseId,
  may: mayUse,
  run: async (tx, ctx, input) => {
    const circles = await circlesOf(tx, ctx, input.caseId)
    const circle = findCircle(circles, input.thread)
    if (!circle) throw new NotFound('thread')
    if (!circles.mayWrite) throw new Forbidden('threads.send')
    if (ctx.actor.kind === 'member' && !input.anyway && seemsToCancelTalk(input.words)) throw new Conflict('cancels-talk')
    const subjects = subjectsFor(ctx, input, circle, circles)
    const row = await tx
      .insertInto('thread_message')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: 'coordination',
        category: 'thread',
        visibility: 'family',
        household_shared: circle.shared,
        subjects,
        person_id: circle.key.personId,
        household_id: circle.key.householdId,
        words: input.words,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    if (ctx.actor.kind === 'staff') await sql`select access.thread_answered(${row.id})`.execute(tx)
    await tellOthers(tx, ctx, input.caseId, circle, row.id)
    return { id: row.id, shelfId: row.shelf_id, subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { message: r.id } }),
})

/** Whom it is about: those of the thread, and a child of theirs where the text names one. Somebody else it may name, but not be about. */
function subjectsFor(ctx: Context, input: SendMessage, circle: Circle, circles: Circles): number[] {
  const mayBeAbout = circle.children
  const others = circles.people.filter((p) => !circle.personIds.includes(p.id) && !mayBeAbout.some((c) => c.id === p.id))
  const asked = ctx.actor.kind === 'staff' ? [...mayBeAbout, ...others] : mayBeAbout
  const subjects = subjectsAfterAsking({ texts: [input.words], subjects: circle.subjects, people: asked, aboutOthers: input.aboutOthers })
  const outside = namesOutside(input.words, circle.subjects, others).filter((p) => subjects.includes(p.id))[0]
  if (outside) throw wrong('words', da.otherAdult(circle.names[0] ?? '', outside.firstName), en.otherAdult(circle.names[0] ?? '', outside.firstName))
  return subjects
}

async function tellOthers(tx: Tx, ctx: Context, caseId: number, circle: Circle, id: number): Promise<void> {
  const after = new Date(Date.parse(ctx.now) + NOTE_AFTER_SECONDS * 1000).toISOString()
  if (ctx.actor.kind === 'member')
    for (const staffId of new Set((await coordinatorsOf(tx, [caseId], ctx.today)).map((c) => c.staffId)))
      await planMessage(tx, ctx, { template: 'note', to: { staffId }, caseId, key: `threads.${id}.staff-${staffId}`, after })
  for (const personId of circle.personIds.filter((p) => ctx.actor.kind !== 'member' || p !== ctx.actor.id))
    await planMessage(tx, ctx, { template: 'message', to: { personId }, caseId, key: `threads.${id}.person-${personId}`, after })
}

/** Undo, for ten seconds, by its writer. @throws Forbidden when it is too late */
export const withdrawMessage = command({
  event: 'threads.withdraw',
  input: OneMessage,
  case: ({ caseId }) => caseId,
  may: mayUse,
  run: async (tx, ctx, { caseId, messageId }) => {
    const message = await findMessage(tx, caseId, messageId)
    if (!message) throw new NotFound('message')
    const { numUpdatedRows } = await tx.updateTable('thread_message').set({ withdrawn_at: ctx.now }).where('id', '=', messageId).where('case_id', '=', caseId).executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Forbidden('threads.withdraw')
    await sql`select access.hold_back_notes(${messageId})`.execute(tx)
    return { shelfId: message.shelfId, subjects: message.subjects }
  },
  concerns: ({ caseId, messageId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { message: messageId } }),
})

const settle = async (tx: Tx, caseId: number, messageId: number, kind: 'no-answer' | 'handed-over', name: string) => {
  const message = await findMessage(tx, caseId, messageId)
  if (!message) throw new NotFound('message')
  await sql`select access.settle_message(${messageId}, ${kind}, ${name})`.execute(tx)
  return { shelfId: message.shelfId, subjects: message.subjects }
}
/** "Tak for i går" waits for nothing: the coordination says that it needs no answer. */
export const needsNoAnswer = command({
  event: 'threads.needs-no-answer',
  input: OneMessage,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.coordination),
  run: (tx, _, { caseId, messageId }) => settle(tx, caseId, messageId, 'no-answer', ''),
  concerns: ({ caseId, messageId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { message: messageId } }),
})
/** When the family leaves: a message that nobody has answered is handed over by name. */
export const handOverMessage = command({
  event: 'threads.hand-over',
  input: HandOver,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.coordination),
  run: (tx, _, { caseId, messageId, name }) => settle(tx, caseId, messageId, 'handed-over', name),
  concerns: ({ caseId, messageId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { message: messageId } }),
})
