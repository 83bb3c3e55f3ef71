import { NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { packSchema, type Pack } from './pack.ts'

// A state never changes, so a parsed pack may be kept: by municipality and id.
const parsed = new Map<string, Pack>()
const LARGEST_CACHE = 200

/** The pack that a project runs by today: the newest state of its code. @throws NotFound without a project or before a pack was applied */
export async function projectPack(tx: Tx, projectId: number): Promise<Pack> {
  const state = await tx.selectFrom('project').innerJoin('pack_state', 'pack_state.code', 'project.pack').select(['pack_state.id', 'pack_state.municipality_id'])
    .where('project.id', '=', projectId).orderBy('pack_state.id', 'desc').limit(1).executeTakeFirst()
  if (!state) throw new NotFound('pack')
  return packOfState(tx, state)
}

/** The pack of the project that a case belongs to. */
export async function casePack(tx: Tx, caseId: number): Promise<Pack> {
  const family = await tx.selectFrom('family_case').select('project_id').where('id', '=', caseId).executeTakeFirst()
  if (!family) throw new NotFound('case')
  return projectPack(tx, family.project_id)
}

/** The newest pack of the municipality, whatever its code: for what is not about one project (departments' words, roles). */
export async function municipalityPack(tx: Tx): Promise<Pack> {
  const state = await tx.selectFrom('pack_state').select(['id', 'municipality_id']).orderBy('id', 'desc').limit(1).executeTakeFirst()
  if (!state) throw new NotFound('pack')
  return packOfState(tx, state)
}

async function packOfState(tx: Tx, { id, municipality_id }: { id: number; municipality_id: number }): Promise<Pack> {
  const key = `${municipality_id} ${id}`
  const known = parsed.get(key)
  if (known) return known
  const row = await tx.selectFrom('pack_state').select('content').where('id', '=', id).executeTakeFirstOrThrow()
  const pack = packSchema.parse(row.content)
  if (parsed.size >= LARGEST_CACHE) parsed.clear()
  parsed.set(key, pack)
  return pack
}
