import { changeSeen } from '#app/platform/change-seen.ts'
import { command } from '#app/platform/command.server.ts'
import { Forbidden } from '#app/platform/context.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { findNote, membersOf, type Rights, rightsOf } from './queries.server.ts'
import { askedSubjects, mayChange, onCase, writesHere, wrong } from './rights.server.ts'
import { ChangeNote, DropNote, NoteRef, RestoreNote, type SituationNote } from './situation.ts'
import { da } from './messages.ts'

const demandOwn = (note: Pick<SituationNote, 'sector' | 'authorPersonId'>, ctx: Context, rights: Rights, verb: string) => {
  if (!mayChange(note, ctx.actor.kind === 'member' ? ctx.actor.id : null, rights.sectors)) throw new Forbidden(verb)
}

/** New words for a note. Nobody changes a member's own words but that member, and nobody a quotation. */
export const changeNote = command({
  event: 'assessment.change-note',
  input: ChangeNote,
  case: ({ caseId }) => caseId,
  may: onCase(writesHere),
  async run(tx, ctx, input) {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const people = await membersOf(tx, ctx, input.caseId, rights)
    let added: number[] = []
    const note = await changeSeen({
      seen: input.seenRevision,
      mine: { words: input.words },
      read: () => findNote(tx, input.caseId, input.noteId),
      shown: (n) => ({ words: n.words, revision: n.revision }),
      write: async (n) => {
        demandOwn(n, ctx, rights, 'assessment.change-note')
        if (n.quoted) throw wrong('words', 'quotationStands')
        const wanted = askedSubjects({
          text: input.words,
          before: n.words,
          subjects: n.subjects,
          people,
          rights,
          aboutOthers: input.aboutOthers,
        })
        added = wanted.filter((s) => !n.subjects.includes(s))
        const author = ctx.actor.kind === 'staff' ? n.authorStaffId : n.authorPersonId
        if (added.length && author !== ctx.actor.id) throw wrong('words', 'onlyAuthorAdds')
        return tx
          .updateTable('situation_note')
          .set({ words: input.words, ...(added.length ? { subjects: wanted } : {}) })
          .where('id', '=', n.id)
          .where('revision', '=', n.revision)
          .executeTakeFirst()
      },
    })
    return { id: note.id, shelfId: note.shelfId, subjects: [...note.subjects, ...added] }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { note: r.id } }),
})

/** Takes a note off the page with a reason; it stays in the history and in the versions it was part of. */
export const dropNote = command({
  event: 'assessment.drop-note',
  input: DropNote,
  case: ({ caseId }) => caseId,
  may: onCase(writesHere),
  async run(tx, ctx, input) {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const note = await changeSeen({
      seen: input.seenRevision,
      mine: { reason: input.reason },
      read: () => findNote(tx, input.caseId, input.id),
      shown: (n) => ({ revision: n.revision }),
      write: (n) => {
        demandOwn(n, ctx, rights, 'assessment.drop-note')
        return tx
          .updateTable('situation_note')
          .set({ dropped_on: ctx.today, dropped_reason: input.reason })
          .where('id', '=', n.id)
          .where('revision', '=', n.revision)
          .executeTakeFirst()
      },
    })
    return { id: note.id, revision: note.revision + 1, shelfId: note.shelfId, subjects: note.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { note: r.id } }),
})

/** Puts it back ("Fortryd"). */
export const restoreNote = command({
  event: 'assessment.restore-note',
  input: RestoreNote,
  case: ({ caseId }) => caseId,
  may: onCase(writesHere),
  async run(tx, ctx, input) {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const note = await changeSeen({
      seen: input.seenRevision,
      mine: {},
      read: () => droppedNote(tx, input),
      shown: (n) => ({ revision: n.revision }),
      write: (n) => {
        demandOwn(n, ctx, rights, 'assessment.restore-note')
        return tx
          .updateTable('situation_note')
          .set({ dropped_on: null, dropped_reason: null })
          .where('id', '=', n.id)
          .where('revision', '=', n.revision)
          .executeTakeFirst()
      },
    })
    return { id: note.id, shelfId: note.shelfId, subjects: note.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { note: r.id } }),
})

async function droppedNote(tx: Tx, { caseId, id }: { caseId: number; id: number }) {
  const r = await tx
    .selectFrom('situation_note')
    .select(['id', 'revision', 'shelf_id', 'subjects', 'sector', 'author_person_id'])
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('dropped_on', 'is not', null)
    .executeTakeFirst()
  return r ? { id: r.id, revision: r.revision, shelfId: r.shelf_id, subjects: r.subjects, sector: r.sector, authorPersonId: r.author_person_id } : null
}

/** A member takes back what staff wrote on their behalf: a record of theirs replaces it, and the old one stays in the history. */
export const undoNote = command({
  event: 'assessment.undo-on-behalf',
  input: NoteRef,
  case: ({ caseId }) => caseId,
  may: onCase((r) => !r.staff && r.writes),
  async run(tx, ctx, { caseId, id }) {
    const note = await findNote(tx, caseId, id)
    if (!note || note.onBehalf?.personId !== ctx.actor.id) throw new Forbidden('assessment.undo-on-behalf')
    const row = await tx
      .insertInto('situation_note')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: caseId,
        sector: 'coordination',
        category: note.category,
        visibility: 'family',
        subjects: [ctx.actor.id],
        person_id: note.personId,
        part: note.part,
        aspect: note.aspect,
        words: note.words,
        replaces: id,
        dropped_on: ctx.today,
        dropped_reason: da.undone,
      })
      .returning('shelf_id')
      .executeTakeFirstOrThrow()
    return { shelfIds: [note.shelfId, row.shelf_id], subjects: note.subjects }
  },
  concerns: ({ caseId, id }, r) => ({ caseId, personIds: r.subjects, shelfIds: r.shelfIds, details: { note: id } }),
})
