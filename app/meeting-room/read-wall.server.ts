import { z } from 'zod'
import { agreementsAt } from '#app/agreements/queries.server.ts'
import { Id } from '#app/families/families.ts'
import { stateOf } from '#app/meetings/meeting.ts'
import { arranges } from '#app/meetings/rights.server.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { newlyShown } from './readers.server.ts'
import { seesMeeting } from './rights.server.ts'
import type { WallPage } from './room-view.ts'
import { atTheTable } from './table.server.ts'

/** What the room looks at: of what the asker reads, what everybody who is in the room may read at this instant. Nothing is counted that is not shown. */
export const readWall = query({
  event: 'meeting-room.read-wall',
  input: z.object({ caseId: Id, meetingId: Id }),
  case: ({ caseId }) => caseId,
  may: seesMeeting,
  run: async (tx, ctx, input) => {
    const { wall, shelves, subjects } = await wallOf(tx, ctx, input)
    return { page: wall, shelves, subjects, log: await newlyShown(tx, ctx, input.meetingId, 'wall', shelves) }
  },
  concerns: ({ caseId, meetingId }, r) => (r.log ? [{ caseId, personIds: r.subjects, shelfIds: r.shelves, details: { meeting: meetingId } }] : []),
})

/** The same inside another verb. */
export async function wallOf(tx: Tx, ctx: Context, input: { caseId: number; meetingId: number }): Promise<{ wall: WallPage; shelves: number[]; subjects: number[] }> {
  const t = await atTheTable(tx, ctx, input)
  const open = new Set(t.wall)
  const shown = <R extends { shelfId: number }>(records: readonly R[]) => records.filter((r) => open.has(r.shelfId))
  const points = shown(t.points)
  const at = points.findIndex((p) => p.id === t.room?.pointId)
  const point = points[at]
  const notes = shown(t.notes).filter((n) => n.pointId === null || n.pointId === t.room?.pointId)
  const agreements = shown(await agreementsAt(tx, [t.meeting.id]))
  const nameOf = (id: number | null) => t.attendants.find((a) => a.participantId === id)?.name ?? ''
  const here = t.attendants.filter((a) => a.here)
  const wall: WallPage = {
    caseId: t.meeting.caseId,
    meetingId: t.meeting.id,
    state: stateOf(t.meeting, ctx.now),
    now: ctx.now,
    pulse: t.room && { key: t.room.key, at: t.room.pulse },
    mayLead: arranges(await rightsOf(tx, ctx, t.meeting.caseId)),
    family: here.filter((a) => a.family).map((a) => a.name),
    others: here.filter((a) => !a.family && a.name !== '').map((a) => a.name),
    point: point ? { title: point.title, number: at + 1, of: points.length } : null,
    turn: t.turn && here.some((a) => a.participantId === t.turn?.participantId) ? { name: nameOf(t.turn.participantId), since: t.turn.since, minutes: t.turn.minutes } : null,
    notes: notes.map((n) => ({ key: n.key, kind: n.kind, words: n.words, value: n.value, who: nameOf(n.participantId) })),
    agreements: agreements.map((a) => ({ id: a.id, what: a.what, owner: a.owner.name, dueOn: a.dueOn })),
  }
  return { wall, shelves: [...new Set([...notes, ...agreements, ...(point ? [point] : [])].map((r) => r.shelfId))], subjects: [...new Set([...notes, ...agreements, ...(point ? [point] : [])].flatMap((r) => r.subjects))] }
}
