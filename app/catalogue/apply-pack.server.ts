import type pg from 'pg'
import { accessRows } from './access-rows.ts'
import { type Answer, applyAnswers, diffPacks, diffThreeWay, type ItemDiff, type ThreeWay } from './diff-pack.ts'
import { packSchema, type Pack } from './pack.ts'
import { allPackFiles } from './pack-files.server.ts'
import type { PackError } from './read-pack.ts'
import { effectivePack, readPacks } from './read-packs.ts'

export type Stored = { id: number; content: Pack; base: Pack; kind: 'apply' | 'edit'; version: string }
/** What applying would do. `first`: nothing was applied before. */
export type Plan = { kind: 'first'; pack: Pack } | { kind: 'update'; pack: Pack; stored: Stored; difference: ThreeWay; against: ItemDiff[] }

/** The effective pack of the files that come with the program (or lie in `folder`). @throws PackBroken with file, line and field of each error */
export async function shippedPack(code: string, folder?: string): Promise<Pack> {
  const { packs, errors } = readPacks(await allPackFiles(folder))
  const broken = Object.entries(errors).flatMap(([pack, list]) => list.map((e) => ({ ...e, file: `${pack}/${e.file}` })))
  if (errors[code] || (broken.length > 0 && !packs[code])) throw new PackBroken(broken)
  return effectivePack(packs, code)
}
/** The files of a pack hold errors; all of them are here. */
export class PackBroken extends Error {
  name = 'PackBroken'
  errors: PackError[]
  constructor(errors: PackError[]) {
    super(errors.map((e) => `${e.file}:${e.line} ${e.field}: ${e.message.da} / ${e.message.en}`).join('\n'))
    this.errors = errors
  }
}

/** The newest state of a pack in a municipality. */
export async function findStored(client: pg.ClientBase, municipalityId: number, code: string): Promise<Stored | null> {
  const { rows } = await client.query<{ id: string; content: unknown; base: unknown; kind: 'apply' | 'edit'; version: string }>(
    'select id, content, base, kind, version from pack_state where municipality_id = $1 and code = $2 order by id desc limit 1', [municipalityId, code])
  const row = rows[0]
  return row ? { id: Number(row.id), content: packSchema.parse(row.content), base: packSchema.parse(row.base), kind: row.kind, version: row.version } : null
}

/** What applying this pack would change, item by item, against local edits. Nothing is written. */
export async function planApply(client: pg.ClientBase, municipalityId: number, code: string, pack: Pack): Promise<Plan> {
  const stored = await findStored(client, municipalityId, code)
  if (!stored) return { kind: 'first', pack }
  return { kind: 'update', pack, stored, difference: diffThreeWay(stored.base, stored.content, pack), against: diffPacks(stored.content, pack) }
}

/**
 * Applies on the operator's login. Applied again it changes nothing. Over local edits each conflict must be answered (`section/code` → mine or theirs).
 * @returns what was done: the id of the new state, null when there was nothing to do, or the conflicts without an answer
 */
export async function applyPack(client: pg.ClientBase, municipalityId: number, plan: Plan, answers: Record<string, Answer> = {}): Promise<{ applied: number | null } | { unanswered: string[] }> {
  const { pack } = plan
  if (plan.kind === 'first') return { applied: await write(client, municipalityId, pack, pack) }
  if (plan.difference.empty && plan.stored.version === pack.version) return { applied: null }
  const result = applyAnswers(plan.stored.base, plan.stored.content, pack, answers)
  if ('unanswered' in result) return result
  return { applied: await write(client, municipalityId, result.pack, pack) }
}

async function write(client: pg.ClientBase, municipalityId: number, content: Pack, base: Pack): Promise<number> {
  const { rows } = await client.query<{ id: string }>('select access.write_pack($1, $2, $3, $4, $5, $6, $7, $8, null) as id',
    [municipalityId, content.code, 'apply', base.version, JSON.stringify(content), JSON.stringify(base), JSON.stringify(accessRows(content)), ''])
  return Number(rows[0]!.id)
}
