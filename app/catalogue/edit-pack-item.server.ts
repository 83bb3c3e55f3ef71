import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#app/platform/command.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/context.ts'
import { accessRows } from './access-rows.ts'
import { itemText, withEditedItem } from './edit-item.ts'
import { isSectionName, packSchema } from './pack.ts'
import { mayEditPacks } from './read-pack-states.server.ts'

/** Changes one item of the municipality's pack. The text is checked with the whole pack; the earlier state stays in the history. */
export const editPackItem = command({
  event: 'catalogue.edit-pack-item',
  input: z.object({
    /** The state the administrator saw. */
    stateId: z.coerce.number().int().positive(),
    section: z.string(), code: z.string(),
    text: z.string().max(50_000),
    /** Why: stands in the history. */
    note: z.string().trim().min(3).max(500),
  }),
  may: (tx) => mayEditPacks(tx),
  run: async (tx, _ctx, input) => {
    const { section } = input
    if (!isSectionName(section)) throw new NotFound('section')
    const newest = await tx.selectFrom('pack_state').select(['id', 'code', 'version', 'content', 'base']).orderBy('id', 'desc').limit(1).executeTakeFirst()
    if (!newest) throw new NotFound('pack')
    const pack = packSchema.parse(newest.content)
    if (newest.id !== input.stateId) throw new Conflict('stale', { mine: input.text, theirs: itemText(pack, section, input.code) })
    const result = withEditedItem(pack, section, input.code, input.text)
    if ('errors' in result) {
      throw new Invalid(result.errors.map((e) => ({ field: 'text', row: e.line,
        message: { da: `Linje ${e.line}, ${e.field || 'teksten'}: ${e.message.da}`, en: `Line ${e.line}, ${e.field || 'the text'}: ${e.message.en}` } })))
    }
    const { rows } = await sql<{ id: number }>`select access.edit_pack(${newest.code}, 'edit', ${newest.version}, ${JSON.stringify(result.pack)}::jsonb, ${JSON.stringify(newest.base)}::jsonb,
      ${JSON.stringify(accessRows(result.pack))}::jsonb, ${input.note}) as id`.execute(tx)
    return { stateId: Number(rows[0]!.id) }
  },
  concerns: (input, result) => ({ personIds: [], bases: [], details: { section: input.section, code: input.code, state: result.stateId } }),
})
