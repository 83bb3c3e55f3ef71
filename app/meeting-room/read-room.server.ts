import { z } from 'zod'
import { agreementsAt, openAgreements } from '#app/agreements/queries.server.ts'
import type { Agreement } from '#app/agreements/agreement.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { labelsOf } from '#app/consent/read-consent-page.server.ts'
import { registersConsent } from '#app/consent/rights.server.ts'
import { Id, MaybeId } from '#app/families/families.ts'
import { kindOf } from '#app/meetings/kinds.ts'
import { stateOf } from '#app/meetings/meeting.ts'
import { arranges } from '#app/meetings/rights.server.ts'
import { peopleOf, rightsOf, teamOf } from '#app/plan/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { newlyShown } from './readers.server.ts'
import { seesMeeting, worksWithAll } from './rights.server.ts'
import { decidesHere } from './room.ts'
import { atTheTable, type Table } from './table.server.ts'
import { type Hidden, hiddenFrom, wallShelves } from './wall.server.ts'
import type { Anyway, Change, RoomPage, ShownAgreement } from './room-view.ts'
import { changeOfWall } from './wall.ts'

const ReadRoom = z.object({
  caseId: Id,
  meetingId: Id,
  /** Somebody who is about to come or go: what would leave the wall (told before, never after). */
  comes: MaybeId.optional(),
  goes: MaybeId.optional(),
  /** Something that is not on the wall, and whom it would be shown to. */
  shelf: MaybeId.optional(),
  to: MaybeId.optional(),
})

/**
 * The screen of the one who leads: everything they read of this meeting, and what of it is on the wall. Others who may read the meeting follow it.
 * Read again with every change; the log has a row when something was shown that had not been.
 */
export const readRoom = query({
  event: 'meeting-room.read',
  input: ReadRoom,
  case: ({ caseId }) => caseId,
  may: seesMeeting,
  run: async (tx, ctx, input) => {
    const table = await atTheTable(tx, ctx, input)
    const page = await pageOf(tx, ctx, input, table)
    const shelves = [...new Set([table.meeting.shelfId, ...page.notes.map((n) => n.shelfId), ...page.agreements.map((a) => a.shelfId), ...page.carried.map((a) => a.shelfId), ...page.earlier.map((e) => e.shelfId)])]
    return { page, subjects: table.meeting.subjects, shelves, log: await newlyShown(tx, ctx, input.meetingId, 'leader', shelves) }
  },
  concerns: ({ caseId, meetingId }, r) => (r.log ? [{ caseId, personIds: r.subjects, shelfIds: r.shelves, details: { meeting: meetingId } }] : []),
})

async function pageOf(tx: Tx, ctx: Context, input: z.output<typeof ReadRoom>, t: Table): Promise<RoomPage> {
  const { meeting } = t
  const rights = await rightsOf(tx, ctx, meeting.caseId)
  const whole = await worksWithAll(tx, meeting.caseId)
  const wall = new Set(t.wall)
  const made = await agreementsAt(tx, [meeting.id])
  const open = (await openAgreements(tx, [meeting.caseId])).filter((a) => a.meeting?.id !== meeting.id)
  const shelves = [...t.notes, ...made, ...open].map((x) => x.shelfId).filter((s) => !wall.has(s))
  const hidden = whole && t.attendants.some((a) => a.here) ? await hiddenFrom(tx, meeting.id, shelves) : []
  const off = (shelfId: number) => offWall(hidden, shelfId)
  const pack = await casePack(tx, meeting.caseId)
  const kind = kindOf(pack, meeting.kind, ctx.today)
  const agreed = (a: Agreement): ShownAgreement => ({ id: a.id, what: a.what, owner: a.owner.name, dueOn: a.dueOn, goal: a.goal?.title ?? null, shelfId: a.shelfId, onWall: wall.has(a.shelfId), ...off(a.shelfId) })
  const people = (await peopleOf(tx, ctx, meeting.caseId, rights)).filter((p) => !p.died)
  const items = [...t.notes.filter((n) => n.pointId === null || n.pointId === t.room?.pointId), ...made, ...t.points]
  return {
    caseId: meeting.caseId,
    meetingId: meeting.id,
    state: stateOf(meeting, ctx.now),
    kindLabel: kind?.label[ctx.locale] ?? meeting.kind,
    startsAt: meeting.startsAt,
    now: ctx.now,
    today: ctx.today,
    pulse: t.room && { key: t.room.key, at: t.room.pulse },
    may: { lead: arranges(rights), consents: whole && (await registersConsent(tx, meeting.caseId)) },
    decides: { here: decidesHere(kind), words: kind?.decides?.[ctx.locale] ?? '' },
    minutesEach: kind?.rounds[0]?.minutes ?? 2,
    people: people.filter((p) => meeting.subjects.includes(p.id)).map((p) => ({ id: p.id, name: p.name, child: p.child })),
    attendants: t.attendants,
    points: t.points.map(({ id, title, words, kind: what, shelfId }) => ({ id, title, words, kind: what, onWall: wall.has(shelfId) })),
    pointId: t.room?.pointId ?? null,
    turn: t.turn,
    notes: t.notes.map(({ id, key, revision, shelfId, subjects, kind: what, words, value, pointId, participantId }) => ({
      id, key, revision, shelfId, subjects, kind: what, words, value, pointId, participantId, onWall: wall.has(shelfId), ...off(shelfId),
    })),
    agreements: made.map(agreed),
    carried: open.map(agreed),
    earlier: t.earlier.map((n) => ({ id: n.id, words: n.words, meetingOn: copenhagenDay(n.meetingOn), returned: n.returnedIn !== null, shelfId: n.shelfId, onWall: wall.has(n.shelfId) })),
    goals: await goalsOf(tx, meeting.caseId),
    owners: [...people.filter((p) => p.family).map((p) => ({ value: `person-${p.id}`, name: p.name })), ...(await teamOf(tx, ctx, meeting.caseId)).map((h) => ({ value: `staff-${h.staffId}`, name: h.name }))],
    change: whole ? await changeBy(tx, input, t, items) : null,
    anyway: whole ? await anywayOf(tx, ctx, input, t, hidden, (personId) => people.find((p) => p.id === personId)?.name ?? '') : null,
  }
}

const offWall = (hidden: readonly Hidden[], shelfId: number): { hiddenFrom: number[]; open: number[] } => {
  const here = hidden.filter((h) => h.shelfId === shelfId)
  return { hiddenFrom: here.map((h) => h.participantId), open: here.filter((h) => h.toSector !== null && h.needs.length > 0).map((h) => h.participantId) }
}

/** Counted over what stands on the wall now or would: the point that is shown, the agenda, and what was agreed. */
async function changeBy(tx: Tx, input: z.output<typeof ReadRoom>, t: Table, items: readonly { shelfId: number }[]): Promise<Change | null> {
  const participantId = input.comes ?? input.goes
  if (!participantId || !t.attendants.some((a) => a.participantId === participantId)) return null
  const goes = !input.comes
  const then = await wallShelves(tx, t.meeting.id, goes ? { go: participantId } : { come: participantId })
  return { participantId, goes, ...changeOfWall(items, t.wall, then) }
}

async function anywayOf(tx: Tx, ctx: Context, input: z.output<typeof ReadRoom>, t: Table, hidden: readonly Hidden[], nameOf: (personId: number) => string): Promise<Anyway | null> {
  const found = hidden.find((h) => h.shelfId === input.shelf && h.participantId === input.to)
  if (!found) return null
  const here = t.attendants.filter((a) => a.here).flatMap((a) => a.personId ?? [])
  const labels = labelsOf(await casePack(tx, t.meeting.caseId), ctx)
  return {
    shelfId: found.shelfId,
    participantId: found.participantId,
    sector: found.toSector === null ? null : (labels.plainSectors[found.toSector] ?? found.toSector),
    needs: found.needs.map((n) => ({ subject: n.subject, name: nameOf(n.subject), signers: n.signers?.map((id) => ({ id, name: nameOf(id), here: here.includes(id) })) ?? null })),
  }
}

const goalsOf = (tx: Tx, caseId: number) =>
  tx.selectFrom('goal').select(['id', 'title']).where('case_id', '=', caseId).where('replaced_by', 'is', null).where('dropped_on', 'is', null).where('title', '<>', '').orderBy('id').execute()
