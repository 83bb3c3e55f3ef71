import { Conflict, type Context, Forbidden, Invalid, NotFound, SignedOut } from '#app/platform/context.ts'
import { agreeInRoom, returnToNote } from './agree-in-room.server.ts'
import { cameIn, wentOut } from './come-and-go.server.ts'
import { endRoom } from './end-room.server.ts'
import { giveTurn, showPoint } from './lead-room.server.ts'
import type { Done } from './once.server.ts'
import type { EditAnswer } from './outbox.ts'
import { showAnyway } from './show-anyway.server.ts'
import { startRoom } from './start-room.server.ts'
import { takeBackNote, writeNote } from './write-note.server.ts'

const verbs: Readonly<Record<string, (ctx: Context, raw: unknown) => Promise<Done>>> = {
  start: startRoom,
  come: cameIn,
  go: wentOut,
  point: showPoint,
  turn: giveTurn,
  write: writeNote,
  'take-back': takeBackNote,
  agree: agreeInRoom,
  'return-to': returnToNote,
  anyway: showAnyway,
  end: endRoom,
}

/** One edit, as a form or the screen's queue sends it. @throws NotFound for an intent that is none, and what the verb throws */
export function doEdit(ctx: Context, where: { caseId: number; meetingId: number }, values: Record<string, string | string[]>): Promise<Done> {
  const verb = verbs[String(values['intent'])]
  if (!verb) throw new NotFound('intent')
  return verb(ctx, { ...values, ...where })
}

/** The same for a screen that sends by itself: every answer it can act on, never a page. */
export async function answerEdit(work: () => Promise<Done>): Promise<{ status: number; body: EditAnswer }> {
  try {
    const { revision = null } = await work()
    return { status: 200, body: { done: true, revision } }
  } catch (error) {
    if (error instanceof Invalid) return { status: 422, body: { done: false, why: 'invalid', issues: error.issues.map((i) => i.message) } }
    if (error instanceof Conflict) return { status: 409, body: { done: false, why: 'conflict', code: error.code, theirs: error.details.theirs ?? null } }
    if (error instanceof SignedOut) return { status: 401, body: { done: false, why: 'signed-out' } }
    if (error instanceof Forbidden || error instanceof NotFound) return { status: 403, body: { done: false, why: 'gone' } }
    throw error
  }
}
