import { command } from '#app/platform/command.server.ts'
import { Forbidden, NotFound } from '#app/platform/context.ts'
import { findNote, rightsOf } from './queries.server.ts'
import { onCase } from './rights.server.ts'
import { NoteRef } from './situation.ts'

/**
 * A sector confirms what the coordinator wrote down at its word (access rules, case 24): a record of its own replaces the other one, with the same
 * words and labels. From then on the sector writes it, and the coordination reads it as any other record of that sector.
 */
export const takeOverNote = command({
  event: 'assessment.take-over-note',
  input: NoteRef,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.staff && r.writes && r.sectors.length > 0),
  async run(tx, ctx, { caseId, id }) {
    const note = await findNote(tx, caseId, id)
    if (!note) throw new NotFound('note')
    const { sectors } = await rightsOf(tx, ctx, caseId)
    if (!note.stated || !sectors.includes(note.stated.sector) || sectors.includes(note.sector)) throw new Forbidden('assessment.take-over-note')
    const row = await tx
      .insertInto('situation_note')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: caseId,
        sector: note.stated.sector,
        category: note.category,
        visibility: note.visibility,
        subjects: note.subjects,
        person_id: note.personId,
        part: note.part,
        aspect: note.aspect,
        words: note.words,
        labels: note.labels,
        levels: JSON.stringify(note.levels),
        follow: note.follow,
        heard_by: note.heardBy,
        heard_on: note.heardOn,
        replaces: id,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfIds: [note.shelfId, row.shelf_id], subjects: note.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: r.shelfIds, details: { note: r.id } }),
})
