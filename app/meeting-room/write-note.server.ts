import { subjectsAfterAsking } from '#app/consent/about-others.ts'
import { CIVIL } from './wall.ts'
import type { Meeting, Participant } from '#app/meetings/meeting.ts'
import { agendaOf, participantsOf } from '#app/meetings/queries.server.ts'
import { peopleOf, rightsOf, teamOf } from '#app/plan/queries.server.ts'
import { changeSeen } from '#app/platform/change-seen.ts'
import { command } from '#app/platform/command.server.ts'
import { Conflict, type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { concernsEdit, type Done, once } from './once.server.ts'
import { noteByKey } from './queries.server.ts'
import { leads, openRoom, recordOf, wrong } from './rights.server.ts'
import { decidesHere, type Note, TakeBackNote, WriteNote } from './room.ts'

/**
 * Writes what was said, or changes it. A voice is written at the word of whom it belongs to ("på vegne af", "oplyst af"). A decision is taken only where
 * the kind of meeting decides (MEET-17). Who wrote it first gave it its key, so that a line sent twice is one line.
 * @throws Conflict 'stale' with both texts when somebody changed it meanwhile, 'about-somebody-else', 'meeting-over'; Invalid
 */
export const writeNote = command({
  event: 'meeting-room.write',
  input: WriteNote,
  case: ({ caseId }) => caseId,
  may: leads,
  run: (tx, ctx, input) =>
    once(tx, ctx, input, async () => {
      const { meeting, kind } = await openRoom(tx, ctx, input)
      if (input.kind === 'decision' && !decidesHere(kind))
        throw wrong('kind', 'På det her møde besluttes der ikke noget', 'Nothing is decided at this meeting')
      const known = await noteByKey(tx, meeting.id, input.noteKey)
      return known ? changeNote(tx, input, known) : addNote(tx, ctx, input, meeting)
    }),
  concerns: concernsEdit,
})

async function addNote(tx: Tx, ctx: Context, input: WriteNote, meeting: Meeting): Promise<Done> {
  const said = await whoSaid(tx, input, meeting)
  if (input.pointId && !(await agendaOf(tx, [meeting.id])).some((p) => p.id === input.pointId)) throw wrong('pointId', 'Punktet er taget af dagsordenen', 'The point was taken off the agenda')
  const row = await tx
    .insertInto('room_note')
    .values({
      ...recordOf(ctx, meeting, await subjectsOf(tx, ctx, input, meeting)),
      ...(await atWhoseWord(tx, ctx, meeting, said)),
      meeting_id: meeting.id,
      point_id: input.pointId ?? null,
      participant_id: said?.id ?? null,
      kind: input.kind,
      words: input.words,
      value: input.value,
      key: input.noteKey,
    })
    .returning(['id', 'shelf_id', 'subjects', 'revision'])
    .executeTakeFirstOrThrow()
  return { id: row.id, personIds: row.subjects, shelfIds: [row.shelf_id], revision: row.revision, details: { kind: input.kind } }
}

async function changeNote(tx: Tx, input: WriteNote, known: Note): Promise<Done> {
  if (known.kind !== input.kind) throw new Conflict('stale', { mine: { words: input.words }, theirs: shown(known) })
  const row = await changeSeen({
    seen: input.seen ?? 0,
    mine: { words: input.words, value: input.value },
    read: () => noteByKey(tx, input.meetingId, input.noteKey),
    shown,
    write: (r) => tx.updateTable('room_note').set({ words: input.words, value: input.value }).where('id', '=', r.id).where('revision', '=', r.revision).executeTakeFirst(),
  })
  return { id: row.id, personIds: row.subjects, shelfIds: [row.shelfId], revision: row.revision + 1 }
}
const shown = (n: Note) => ({ words: n.words, value: n.value, revision: n.revision })

/** Those chosen, of whom the meeting is about; all of them when none is chosen. A name in the text that is not among them is asked about. */
async function subjectsOf(tx: Tx, ctx: Context, input: WriteNote, meeting: Meeting): Promise<number[]> {
  if (input.subjects.some((s) => !meeting.subjects.includes(s))) throw wrong('subjects', 'Vælg blandt dem, mødet handler om', 'Choose among those the meeting is about')
  const people = await peopleOf(tx, ctx, meeting.caseId, await rightsOf(tx, ctx, meeting.caseId))
  return subjectsAfterAsking({
    texts: [input.words],
    subjects: input.subjects.length > 0 ? input.subjects : meeting.subjects,
    people: people.map((p) => ({ id: p.id, firstName: p.name })),
    aboutOthers: input.aboutOthers,
  })
}

async function whoSaid(tx: Tx, input: WriteNote, meeting: Meeting): Promise<Participant | null> {
  if (!input.participantId) {
    if (input.kind === 'voice') throw wrong('participantId', 'Vælg, hvis stemme det er', 'Choose whose voice it is')
    return null
  }
  const found = (await participantsOf(tx, [meeting.id])).find((p) => p.id === input.participantId && p.withdrawnAt === null)
  if (!found) throw new NotFound('participant')
  return found
}

/** A member's words are written on their behalf, another sector's as stated by it, here and today. */
async function atWhoseWord(tx: Tx, ctx: Context, meeting: Meeting, said: Participant | null) {
  if (!said) return {}
  if (said.personId !== null) {
    const theirs = meeting.subjects.includes(said.personId)
    return theirs ? { on_behalf_of_person: said.personId, on_behalf_channel: 'in-person', on_behalf_on: ctx.today } : {}
  }
  const sector = said.outside ? said.outside.sector || CIVIL : (await teamOf(tx, ctx, meeting.caseId)).find((t) => t.staffId === said.staffId)?.sector
  if (!sector || sector === 'coordination') return {}
  return { stated_by_name: said.name || said.outside?.role || sector, stated_by_sector: sector, stated_on: ctx.today, stated_channel: 'meeting' }
}

/** Takes a line off, or puts it back: it stays in the history. @throws Conflict 'stale' when it was changed meanwhile */
export const takeBackNote = command({
  event: 'meeting-room.take-back',
  input: TakeBackNote,
  case: ({ caseId }) => caseId,
  may: leads,
  run: (tx, ctx, input) =>
    once(tx, ctx, input, async () => {
      const { meeting } = await openRoom(tx, ctx, input)
      const row = await changeSeen({
        seen: input.seen,
        mine: { takenBack: !input.back },
        read: () => noteByKey(tx, meeting.id, input.noteKey),
        shown,
        write: (r) =>
          tx.updateTable('room_note').set({ taken_back_at: input.back ? null : ctx.now }).where('id', '=', r.id).where('revision', '=', r.revision).executeTakeFirst(),
      })
      return { id: row.id, personIds: row.subjects, shelfIds: [row.shelfId], revision: row.revision + 1, details: { back: input.back } }
    }),
  concerns: concernsEdit,
})
