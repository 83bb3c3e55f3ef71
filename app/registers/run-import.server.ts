import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { itemAt } from '#app/catalogue/pack-item.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { readLines } from '#app/families/read-sheet.server.ts'
import type { Concerns } from '#app/platform/audit/append.server.ts'
import { command, query } from '#app/platform/command.server.ts'
import { type Context, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { z } from 'zod'
import { type Known, knownPeople } from './people.server.ts'
import { readRows, type RowIssue } from './read-rows.ts'
import { type Difference, ImportInput, type ImportReport, MOST_ROWS, NOTHING, type Tally } from './registers.ts'
import { rowsText } from './support-spells.ts'
import { draftSupport, takeSupport } from './take-support.server.ts'
import { draftValues, takeValues } from './take-values.server.ts'

type Input = z.output<typeof ImportInput>
type Shelf = { caseId: number; personId: number; shelfId: number }
/** What one half of an import gives: values of months, or spells. */
export type Part = { issues: RowIssue[]; tally: Tally; differences: Difference[]; shelves: Shelf[] }
type Done = ImportReport & { seen: Known[]; shelves: Shelf[]; asked: Concerns['details'] }

/** Lines and hash of a file. @throws Invalid (field `file`) when it is no CSV or XLSX, or too long */
export async function registerFile(content: Uint8Array, name: string): Promise<Input['file']> {
  const lines = await readLines(content, name)
  if (lines.length > MOST_ROWS + 1) throw new Invalid([{ field: 'file', message: { da: `Filen har flere end ${MOST_ROWS} rækker. Del den op`, en: `The file has more than ${MOST_ROWS} rows. Split it` } }])
  return { name: name.slice(0, 200), hash: createHash('sha256').update(content).digest('hex'), lines }
}

/** What a file would do; changes nothing. The project manager, or a job of the municipality. */
export const previewRegister = query({
  event: 'registers.preview',
  input: ImportInput,
  may: (tx, _, { projectId }) => mayTake(tx, projectId),
  run: (tx, ctx, input) => work(tx, ctx, input, false),
  concerns: (_, r: Done) => concerns(r),
})

/**
 * Takes a file of a register: nothing while a row is bad and nobody accepted the good ones. Values and spells through their owners' verbs, each with file, row and import as its source;
 * what somebody typed stands unless it was chosen. The same file a second time changes nothing.
 */
export const importRegister = command({
  event: 'registers.import',
  input: ImportInput,
  may: (tx, _, { projectId }) => mayTake(tx, projectId),
  run: (tx, ctx, input) => work(tx, ctx, input, true),
  concerns: (_, r: Done) => concerns(r),
})

async function mayTake(tx: Tx, projectId: number): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select access.takes_registers(${projectId}) as yes`.execute(tx)
  return rows[0]?.yes === true
}

/** A row of the log for each family somebody of whom stood in the file; one alone when there was none. */
function concerns(r: Done): Concerns[] {
  const families = [...Map.groupBy(r.seen, (k) => k.caseId)]
  if (families.length === 0) return [{ personIds: [], bases: [], details: r.asked ?? {} }]
  const shelves = Map.groupBy(r.shelves, (s) => s.caseId)
  return families.map(([caseId, people]) => ({
    caseId, personIds: people.map((p) => p.personId), shelfIds: (shelves.get(caseId) ?? []).map((s) => s.shelfId), bases: ['project'], details: r.asked ?? {},
  }))
}

async function work(tx: Tx, ctx: Context, input: Input, write: boolean): Promise<Done> {
  const pack = await projectPack(tx, input.projectId)
  const mapping = itemAt(pack.registerMappings, input.mapping, ctx.today)
  if (!mapping) throw new Invalid([{ field: 'mapping', message: { da: 'Vælg et register', en: 'Choose a register' } }])
  const read = readRows(input.file.lines, mapping, ctx.today)
  const people = await knownPeople(tx, input.projectId, [...read.values, ...read.support].map((r) => r.digits), ctx.today)
  const take = new Set(mapping.gives.kind === 'values' ? input.takeValues : input.takeSpells)
  const values = draftValues(pack, mapping, read.values, people, ctx.today)
  const support = draftSupport(pack, mapping, read.support)
  const issues = [...read.issues, ...values.issues, ...support.issues].toSorted((a, b) => a.row - b.row)
  const unknown = [...read.values, ...read.support].filter((r) => !people.has(r.digits)).length
  const going = write && (issues.length === 0 || input.acceptGoodRows)
  const importId = going ? await begin(tx, ctx, input, pack.version, { rows: read.rows, bad: new Set(issues.map((i) => i.row)).size, unknown }) : null
  const source = (rows: readonly number[]) => `${input.file.name}, ${rowsText(rows)} (indlæsning ${importId ?? ''})`
  const part = mapping.gives.kind === 'values'
    ? await takeValues(tx, input.projectId, values.drafts, { source, take, write: going })
    : await takeSupport(tx, input.projectId, support.spells, people, { pack, source, take, write: going })
  if (importId !== null) await finish(tx, importId, part.tally)
  return {
    importId, rows: read.rows, issues, unknown, families: new Set([...people.values()].map((k) => k.caseId)).size, people: people.size, differences: part.differences,
    tally: write && !going ? NOTHING : part.tally,
    seen: [...people.values()],
    shelves: part.shelves,
    asked: { register: mapping.code, rows: read.rows, bad: issues.length, ...part.tally, ...(importId === null ? {} : { import: importId }) },
  }
}

/** Its number stands in the source of each value. */
async function begin(tx: Tx, ctx: Context, { projectId, mapping, file }: Input, version: string, n: { rows: number; bad: number; unknown: number }): Promise<number> {
  const row = await tx
    .insertInto('register_import')
    .values({
      municipality_id: ctx.municipalityId, project_id: projectId, mapping, pack_version: version, file_name: file.name, file_hash: Buffer.from(file.hash, 'hex'),
      imported_at: ctx.now, imported_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null, row_count: n.rows, bad: n.bad, unknown: n.unknown,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
const finish = (tx: Tx, id: number, { before: _left, ...tally }: Tally) => tx.updateTable('register_import').set(tally).where('id', '=', id).execute()
