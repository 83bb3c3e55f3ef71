import { allPackFiles } from '#app/catalogue/pack-files.server.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { effectivePack, readPacks } from '#app/catalogue/read-packs.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/context.ts'

let shipped: Promise<Record<string, Pack>> | undefined

/** The pack of a project with everything it builds on. The one place where intake asks for a pack. @throws NotFound without a project */
export async function projectPack(tx: Tx, projectId: number): Promise<Pack> {
  const project = await tx.selectFrom('project').select('pack').where('id', '=', projectId).executeTakeFirst()
  if (!project) throw new NotFound('project')
  shipped ??= allPackFiles().then((files) => readPacks(files).packs)
  return effectivePack(await shipped, project.pack)
}
