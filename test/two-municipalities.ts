import { applyShippedPack } from '#app/catalogue/testing.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { aWorld, type World } from './world.ts'

/** A database with Hedensted, and Thisted beside it, each run by its own pack: where most tests of verbs begin. */
export async function twoMunicipalities(): Promise<{ t: TestDatabase; world: World; other: World }> {
  const t = await createTestDatabase()
  const world = await aWorld(t)
  const other = await aWorld(t, { municipality: 787 })
  await applyShippedPack(t, world.municipalityId, 'hedensted')
  await applyShippedPack(t, other.municipalityId, 'thisted')
  return { t, world, other }
}
