import { casePack } from '#app/catalogue/queries.server.ts'
import { changeSeen } from '#app/platform/change-seen.ts'
import { command } from '#app/platform/command.server.ts'
import { allowedLevels, framesOf, knownLabels } from './frameworks.ts'
import { findNote, rightsOf } from './queries.server.ts'
import { onCase, wrong } from './rights.server.ts'
import { LabelNote } from './situation.ts'

/**
 * Labels of frameworks on a note, levels where the pack allows them, and whether it is followed as progression (UDR-05 to 07, UDR-18). For staff whose
 * sector's note it is: the words stay as they were said.
 */
export const labelNote = command({
  event: 'assessment.label-note',
  input: LabelNote,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.staff && r.writes && r.sectors.length > 0),
  async run(tx, ctx, input) {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const frames = framesOf(await casePack(tx, input.caseId), ctx.today)
    const note = await changeSeen({
      seen: input.seenRevision,
      mine: { labels: input.labels },
      read: () => findNote(tx, input.caseId, input.noteId),
      shown: (n) => ({ labels: n.labels, revision: n.revision }),
      write: (n) => {
        if (!rights.sectors.includes(n.sector)) throw wrong('labels', 'notYourSector')
        // A label of an older pack stays until it is taken off.
        const older = n.labels.filter((l) => input.labels.includes(l) && !frames.themes.some((t) => t.code === l))
        const labels = [...older, ...knownLabels(frames, input.labels)]
        return tx
          .updateTable('situation_note')
          .set({ labels, levels: JSON.stringify(allowedLevels(frames, labels, input.levels)), follow: input.follow })
          .where('id', '=', n.id)
          .where('revision', '=', n.revision)
          .executeTakeFirst()
      },
    })
    return { id: note.id, shelfId: note.shelfId, subjects: note.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { note: r.id } }),
})
