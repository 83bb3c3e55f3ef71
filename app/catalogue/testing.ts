import { inject } from 'vitest'
import type { TestDatabase } from '#test/database.ts'
import { applyPack, planApply, shippedPack } from './apply-pack.server.ts'
import { allPackFiles } from './pack-files.server.ts'
import { effectivePack, readPacks } from './read-packs.ts'
import type { Pack } from './pack.ts'
import type { PackFile } from './read-pack.ts'

/** For tests: the packs that come with the program, as written and effective. */
export async function ownPacks(): Promise<{ packs: Record<string, Pack>; effective: (code: string) => Pack }> {
  const { packs, errors } = readPacks(await allPackFiles())
  if (Object.keys(errors).length > 0) throw new Error(JSON.stringify(errors, null, 2))
  return { packs, effective: (code) => effectivePack(packs, code) }
}

/** For tests: the effective pack that comes with the program, as read once for all test files. @throws PackBroken with every error when it holds some */
export const ownPack = async (code: string): Promise<Pack> => inject('packs')[code] ?? shippedPack(code)

/** For tests: applies the pack that comes with the program to a municipality. */
export async function applyShippedPack(t: TestDatabase, municipalityId: number, code: string): Promise<void> {
  await applyPack(t.owner, municipalityId, await planApply(t.owner, municipalityId, code, await ownPack(code)))
}

const head = `code: sample
name: { da: Prøve, en: Sample }
version: 1.0.0
source: Test
validFrom: 2020-01-01
`

/** For tests: the files of a small pack; `body` is YAML after a head of five lines, so that it begins on line 6. */
export const samplePack = (body: string, more: readonly PackFile[] = []): PackFile[] => [{ name: 'pack.yaml', text: head + body }, ...more]
