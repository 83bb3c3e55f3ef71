import { sql } from 'kysely'
import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { command, query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { decrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys } from '#app/platform/crypto/keys.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { following } from '#app/progression/queries.server.ts'
import { monthsShown, newestDue } from './status.ts'
import { collectExtract, extractBasis } from './collect-extract.server.ts'
import { BASES, extractKeyAad, MARKS } from './extract.ts'
import { leadsAProject, MaybeProject, theProject } from './the-project.server.ts'

const Contents = z.array(z.object({ name: z.string(), rows: z.number(), sha256: z.string() }))
const head = ['id', 'project_id', 'month', 'mark', 'basis', 'format', 'made_at', 'sha256', 'families', 'people', 'left_out', 'key_destroyed_at', 'withdrawn_at'] as const

async function theDelivery(tx: Tx, id: number) {
  const row = await tx
    .selectFrom('extract_delivery as d')
    .innerJoin('staff as s', (j) => j.onRef('s.id', '=', 'd.made_by').onRef('s.municipality_id', '=', 'd.municipality_id'))
    .select([...head.map((c) => `d.${c}` as const), 'd.contents', 'd.key', 's.name as by'])
    .where('d.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('delivery')
  return { ...row, mark: z.enum(MARKS).parse(row.mark), basis: z.enum(BASES).parse(row.basis), contents: Contents.parse(row.contents) }
}

/** The deliveries of a project, the newest first, and what the next one would rest on. Nobody's data is read. */
export const readDeliveries = query({
  event: 'evaluation.read-deliveries',
  input: z.object({ projectId: MaybeProject }),
  may: leadsAProject,
  async run(tx, ctx, input) {
    const { project, projects, pack } = await theProject(tx, ctx, input.projectId)
    const { rules } = following(pack, ctx.today)
    const rows = await tx.selectFrom('extract_delivery').select([...head]).where('project_id', '=', project.id).orderBy('made_at', 'desc').orderBy('id', 'desc').limit(120).execute()
    const newest = newestDue(ctx.today, rules)
    return { today: ctx.today, project, projects, basis: extractBasis(pack, ctx.today), newest, months: monthsShown(ctx.today, rules).filter((m) => m <= newest), deliveries: rows }
  },
  concerns: (_, r) => ({ personIds: [], bases: ['project'], details: { project: r.project.id } }),
})
export type DeliveriesPage = Awaited<ReturnType<typeof readDeliveries>>

/** One delivery: its files with their checksums. */
export const readDelivery = query({
  event: 'evaluation.read-delivery',
  input: z.object({ id: Id }),
  may: leadsAProject,
  async run(tx, ctx, { id }) {
    const { key, ...d } = await theDelivery(tx, id)
    return { ...d, today: ctx.today, keyKept: key !== null }
  },
  concerns: ({ id }) => ({ personIds: [], bases: ['project'], details: { delivery: id } }),
})

/** The file as it was made. */
export const fetchExtract = query({
  event: 'evaluation.fetch-extract',
  input: z.object({ id: Id }),
  may: leadsAProject,
  async run(tx, _ctx, { id }) {
    const row = await tx.selectFrom('extract_delivery').select(['file', 'month', 'sha256']).where('id', '=', id).executeTakeFirst()
    if (!row) throw new NotFound('delivery')
    return row
  },
  concerns: ({ id }) => ({ personIds: [], bases: ['project'], details: { delivery: id } }),
})

/**
 * Makes the delivery again from what stood at its instant and holds it against what was sent: the same to the byte, or which files differ. A row in each family's log, as when it was made.
 * @throws NotFound when the key was destroyed
 */
export const checkExtract = query({
  event: 'evaluation.check-extract',
  input: z.object({ id: Id }),
  may: leadsAProject,
  async run(tx, ctx, { id }) {
    const d = await theDelivery(tx, id)
    if (d.key === null) throw new NotFound('key')
    const { project, pack } = await theProject(tx, ctx, d.project_id)
    const key = Buffer.from(decrypt(keys().cprKeys, d.key, extractKeyAad(ctx.municipalityId, d.sha256)), 'base64')
    const again = await collectExtract(tx, ctx, { project, pack, month: d.month, mark: d.mark, basis: d.basis, at: d.made_at, key })
    const differs = d.contents.filter((f) => again.contents.find((g) => g.name === f.name)?.sha256 !== f.sha256).map((f) => f.name)
    return { same: again.sha256 === d.sha256, differs, concerns: again.concerns }
  },
  concerns: ({ id }, r) => [{ personIds: [], bases: ['project'], details: { delivery: id } }, ...r.concerns.map((c) => ({ ...c, details: { delivery: id } }))],
})

/** Destroys the key (nobody can tell again who is who, nor make it again), or takes the delivery back, so that the evaluator cannot fetch it any more. What was fetched is fetched. */
export const changeDelivery = command({
  event: 'evaluation.change-delivery',
  input: z.object({ id: Id, do: z.enum(['destroy-key', 'withdraw']) }),
  may: leadsAProject,
  async run(tx, ctx, input) {
    const d = await theDelivery(tx, input.id)
    if (input.do === 'destroy-key' && d.key !== null) await tx.updateTable('extract_delivery').set({ key: null, key_destroyed_at: ctx.now }).where('id', '=', d.id).execute()
    if (input.do === 'withdraw' && d.withdrawn_at === null) await tx.updateTable('extract_delivery').set({ withdrawn_at: ctx.now }).where('id', '=', d.id).execute()
    return { projectId: d.project_id }
  },
  concerns: (input) => ({ personIds: [], bases: ['project'], details: { delivery: input.id, do: input.do } }),
})

export type NationalDelivery = { municipalityId: number; municipality: string; project: string; id: number; month: string; mark: string; basis: string; madeAt: string; sha256: string; families: number; people: number; leftOut: number; bytes: number }
const evaluates = async (tx: Tx): Promise<boolean> => (await sql<{ yes: boolean }>`select access.evaluates() as yes`.execute(tx)).rows[0]?.yes === true

/** Every delivery of every municipality, for the national evaluator. */
export const readNationalDeliveries = query({
  event: 'evaluation.read-national-deliveries',
  input: z.object({}),
  may: evaluates,
  async run(tx) {
    const { rows } = await sql<NationalDelivery>`select municipality_id as "municipalityId", municipality, project, id, month, mark, basis, made_at as "madeAt", sha256, families, people,
      left_out as "leftOut", bytes from access.deliveries()`.execute(tx)
    return rows
  },
  concerns: () => ({ personIds: [], bases: ['evaluation'] }),
})

/** The evaluator fetches one; told in the log of the municipality it is from. */
export const fetchNationalDelivery = query({
  event: 'evaluation.fetch-national-delivery',
  input: z.object({ municipalityId: Id, id: Id }),
  may: evaluates,
  async run(tx, ctx, { municipalityId, id }) {
    const { rows } = await sql<{ file: Buffer; month: string; sha256: string }>`select file, month, sha256 from access.fetch_delivery(${municipalityId}, ${id}, ${ctx.requestId ?? null})`.execute(tx)
    if (!rows[0]) throw new NotFound('delivery')
    return rows[0]
  },
  concerns: (input) => ({ personIds: [], bases: ['evaluation'], details: { municipality: input.municipalityId, delivery: input.id } }),
})
