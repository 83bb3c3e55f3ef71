import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { command, type May, reachesCase, writesInCase } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { ShareDocument } from './consent.ts'

const mayWrite = async (tx: Parameters<typeof writesInCase>[0], _ctx: unknown, input: { caseId: number }): Promise<May> =>
  (await reachesCase(tx, input.caseId)) ? writesInCase(tx, input.caseId) : 'not-found'

/** Which document is shared in this family, with whom, how, and where it lies (CON-07). The document itself is not here. */
export const registerDocumentShared = command({
  event: 'consent.share-document',
  input: ShareDocument,
  case: (input) => input.caseId,
  may: mayWrite,
  run: async (tx, ctx, input) => {
    const row = await tx
      .insertInto('shared_document_rule')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: 'coordination',
        category: 'documents',
        visibility: 'family',
        subjects: input.subjects,
        document: input.document,
        with_sectors: input.withSectors,
        how: input.how,
        kept_where: input.keptWhere,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id }
  },
  concerns: (input, result) => ({
    caseId: input.caseId,
    personIds: input.subjects,
    shelfIds: [result.shelfId],
    details: { document: result.id },
  }),
})

/** It is not shared any more from today. */
export const endDocumentShared = command({
  event: 'consent.end-document',
  input: z.object({ caseId: Id, documentId: Id }),
  case: (input) => input.caseId,
  may: mayWrite,
  run: async (tx, ctx, input) => {
    const row = await tx
      .updateTable('shared_document_rule')
      .set({ ended_on: ctx.today })
      .where('id', '=', input.documentId)
      .where('case_id', '=', input.caseId)
      .where('ended_on', 'is', null)
      .returning(['subjects', 'shelf_id'])
      .executeTakeFirst()
    if (!row) throw new NotFound('document')
    return row
  },
  concerns: (input, result) => ({
    caseId: input.caseId,
    personIds: result.subjects,
    shelfIds: [result.shelf_id],
    details: { document: input.documentId },
  }),
})
