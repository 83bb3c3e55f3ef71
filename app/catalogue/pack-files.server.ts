import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackFile } from './yaml-place.ts'

/** The packs' folder that comes with the program. */
export const packsFolder = join(import.meta.dirname, '../../packs')

/** The YAML files of one pack's folder, by name. @throws when the folder does not exist. */
export async function packFiles(folder: string): Promise<PackFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted()
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })))
}

/** All packs of a folder of packs, by the name of their folder. */
export async function allPackFiles(folder = packsFolder): Promise<Record<string, PackFile[]>> {
  const entries = await readdir(folder, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).toSorted()
  return Object.fromEntries(await Promise.all(folders.map(async (name) => [name, await packFiles(join(folder, name))])))
}
