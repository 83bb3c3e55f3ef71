import { packErrors } from './messages.ts'
import { mergePacks } from './merge-packs.ts'
import type { Pack } from './pack.ts'
import { readPack, type PackError, type PackFile } from './read-pack.ts'
import { placeYaml } from './yaml-place.ts'

export type ReadPacks = {
  /** Packs without errors, as written, by their code. */
  packs: Record<string, Pack>
  /** Errors by the name of the pack's folder; a pack that builds on a broken one is told so. */
  errors: Record<string, PackError[]>
}

/** Reads several packs, each after those it extends. `folders`: the files of each pack, by the folder's name, which is the pack's code. */
export function readPacks(folders: Readonly<Record<string, readonly PackFile[]>>): ReadPacks {
  const packs: Record<string, Pack> = {}
  const errors: Record<string, PackError[]> = {}
  const open = new Set<string>()

  const read = (name: string): void => {
    if (packs[name] || errors[name] || open.has(name)) return
    open.add(name)
    const files = folders[name] ?? []
    const bases = extendedBy(files)
    const circle = bases.find((base) => open.has(base))
    if (circle !== undefined) {
      errors[name] = [atExtends(files, packErrors.circularPack(circle))]
      return
    }
    bases.filter((base) => base in folders).forEach(read)
    open.delete(name)
    if (errors[name]) return
    const broken = bases.find((base) => errors[base])
    if (broken !== undefined) {
      errors[name] = [atExtends(files, packErrors.brokenPack(broken))]
      return
    }
    const result = readPack(files, Object.values(packs))
    if ('errors' in result) errors[name] = result.errors
    else packs[name] = result.pack
  }
  Object.keys(folders).forEach(read)
  return { packs, errors }
}

/** The pack with everything it builds on. @throws Error when the code is not among the packs. */
export function effectivePack(packs: Readonly<Record<string, Pack>>, wanted: string): Pack {
  const pack = packs[wanted]
  if (!pack) throw new Error(`The pack ${wanted} is not known`, { cause: 'unknown-pack' })
  return mergePacks(pack, Object.values(packs))
}

/** The `extends` of a pack as far as it can be read before the pack is checked. */
function extendedBy(files: readonly PackFile[]): string[] {
  const head = files.find((file) => file.name === 'pack.yaml')
  const data = head ? placeYaml(head).data : undefined
  const named = typeof data === 'object' && data !== null && 'extends' in data ? data.extends : []
  return Array.isArray(named) ? named.filter((one) => typeof one === 'string') : []
}

function atExtends(files: readonly PackFile[], message: PackError['message']): PackError {
  const head = files.find((file) => file.name === 'pack.yaml')
  return { file: 'pack.yaml', line: head ? placeYaml(head).lineOf(['extends']) : 1, field: 'extends', message }
}
