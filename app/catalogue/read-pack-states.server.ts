import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { diffPacks, type ItemDiff } from './diff-pack.ts'
import { packSchema } from './pack.ts'

/** Packs are the administrator's. */
export async function mayEditPacks(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select access.holds('{administrator}') as yes`.execute(tx)
  return rows[0]?.yes === true
}

export type PackState = { id: number; code: string; kind: string; version: string; note: string; madeAt: string; madeBy: string | null }

/** The municipality's pack as it is now, with the list of its states, newest first. */
export const readCurrentPack = query({
  event: 'catalogue.read-pack',
  input: z.object({}),
  may: (tx) => mayEditPacks(tx),
  run: async (tx) => {
    const states = await packStates(tx)
    const newest = states[0]
    if (!newest) throw new NotFound('pack')
    const row = await tx.selectFrom('pack_state').select('content').where('id', '=', newest.id).executeTakeFirstOrThrow()
    return { states, pack: packSchema.parse(row.content) }
  },
  concerns: () => ({ personIds: [], bases: [] }),
})

/** What one state changed from the one before it. */
export const readPackState = query({
  event: 'catalogue.read-pack-state',
  input: z.object({ stateId: z.number().int().positive() }),
  may: (tx) => mayEditPacks(tx),
  run: async (tx, _ctx, { stateId }): Promise<{ state: PackState; changes: ItemDiff[] | null }> => {
    const states = await packStates(tx)
    const at = states.findIndex((s) => s.id === stateId)
    const state = states[at]
    if (!state) throw new NotFound('state')
    const before = states.slice(at + 1).find((s) => s.code === state.code)
    if (!before) return { state, changes: null }
    const rows = await tx.selectFrom('pack_state').select(['id', 'content']).where('id', 'in', [state.id, before.id]).execute()
    const content = (id: number) => packSchema.parse(rows.find((r) => r.id === id)!.content)
    return { state, changes: diffPacks(content(before.id), content(state.id)) }
  },
  concerns: () => ({ personIds: [], bases: [] }),
})

async function packStates(tx: Tx): Promise<PackState[]> {
  const rows = await tx.selectFrom('pack_state').leftJoin('staff', 'staff.id', 'pack_state.made_by')
    .select(['pack_state.id', 'pack_state.code', 'pack_state.kind', 'pack_state.version', 'pack_state.note', 'pack_state.made_at', 'staff.name']).orderBy('pack_state.id', 'desc').execute()
  return rows.map((r) => ({ id: r.id, code: r.code, kind: r.kind, version: r.version, note: r.note, madeAt: r.made_at, madeBy: r.name }))
}
