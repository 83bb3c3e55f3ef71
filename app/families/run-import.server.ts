import { sql } from 'kysely'
import { z } from 'zod'
import { command, query } from '#app/platform/command.server.ts'
import { type Context, Invalid } from '#app/platform/context.ts'
import { cprHash } from '#app/platform/cpr/cpr-column.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { plural, words } from '#app/platform/i18n/words.ts'
import { asNewFamily, type ImportPlan, planImport } from './families-import.ts'
import { type ImportIssue, type ImportRow } from './import-row.ts'
import { NewFamily } from './families.ts'
import { openCase } from './open-case.server.ts'
import { readSheet } from './read-sheet.server.ts'

export type ImportReport = {
  /** Rows of the file below the header. */
  rows: number
  /** Every bad row at once: row, column (`field`) and reason in both languages. */
  issues: ImportIssue[]
  warnings: ImportIssue[]
  /** What can be imported. */
  good: { families: number; persons: number }
  /** What was: nothing at a dry run, and nothing while a row is bad unless the good rows were accepted. */
  imported: { families: number; persons: number; caseIds: number[] }
}
type Options = { dryRun: boolean; acceptGoodRows: boolean; projectCode?: string | null }

/**
 * `helhed import families`: reads the file and imports its families. Administrators and the command line.
 * @param ctx a context of an administrator, or of a job of the municipality
 * @throws Invalid (field `file` or `projectCode`), Forbidden
 */
export async function runImport(ctx: Context, file: { content: Uint8Array; name: string }, options: Options): Promise<ImportReport> {
  const rows = await readSheet(file.content, file.name)
  return options.dryRun ? previewImport(ctx, { rows, ...options }) : importFamilies(ctx, { rows, ...options })
}

const Row = z.custom<ImportRow>((r) => typeof r === 'object' && r !== null && 'row' in r)
const Input = z.object({ rows: z.array(Row), acceptGoodRows: z.boolean().default(false), projectCode: z.string().nullish() })

/** What an import would do; changes nothing. Known CPR numbers are looked up, so it is logged like the import itself. */
export const previewImport = query({
  event: 'families.preview-import',
  input: Input,
  may: (tx, ctx) => mayImport(tx, ctx),
  concerns: (_input, result: ImportReport) => ({
    personIds: [],
    bases: [],
    details: { rows: result.rows, bad: result.issues.length, families: result.good.families },
  }),
  run: async (tx, ctx, input) => report(await plan(tx, ctx, input.rows, await projectOf(tx, ctx, input.projectCode))),
})

/** Imports every family of the file, or only the good rows when told so. Nothing changes while a row is bad and nobody accepted that. */
export const importFamilies = command({
  event: 'families.import',
  input: Input,
  may: (tx, ctx) => mayImport(tx, ctx),
  concerns: (_input, result: ImportReport & { personIds: number[] }) => ({
    personIds: result.personIds,
    bases: [],
    details: { rows: result.rows, bad: result.issues.length, families: result.imported.families, cases: result.imported.caseIds },
  }),
  run: async (tx, ctx, input) => {
    const projectId = await projectOf(tx, ctx, input.projectCode)
    const found = await plan(tx, ctx, input.rows, projectId)
    const done = report(found)
    if (found.issues.length > 0 && !input.acceptGoodRows) return { ...done, personIds: [] }
    const personIds: number[] = []
    for (const family of found.families) {
      const opened = await openCase(tx, ctx, NewFamily.parse(asNewFamily(family, projectId, ctx.today)))
      done.imported.caseIds.push(opened.caseId)
      personIds.push(...Object.values(opened.people))
    }
    return { ...done, imported: { families: found.families.length, persons: personIds.length, caseIds: done.imported.caseIds }, personIds }
  },
})

/** The projects families can be imported into today. */
export const readImportProjects = query({
  event: 'families.import-projects',
  input: z.object({}),
  may: (tx, ctx) => mayImport(tx, ctx),
  concerns: (_input, _result: { code: string; name: string }[]) => ({ personIds: [], bases: [] }),
  run: (tx, ctx) =>
    tx
      .selectFrom('project')
      .select(['code', 'name'])
      .where(sql<boolean>`access.within(${ctx.today}::date, valid_from, valid_until)`)
      .orderBy('name')
      .execute(),
})

async function mayImport(tx: Tx, ctx: Context): Promise<boolean> {
  if (ctx.actor.kind === 'job') return true
  const { rows } = await sql<{ yes: boolean }>`select access.holds('{administrator}') as yes`.execute(tx)
  return rows[0]?.yes === true
}

const wrongProject = (da: string, en: string) => new Invalid([{ field: 'projectCode', message: { da, en } }])
/** The project the families go to: the named one, or the only one there is today. */
async function projectOf(tx: Tx, ctx: Context, code: string | null | undefined): Promise<number> {
  const projects = await tx
    .selectFrom('project')
    .select(['id', 'code'])
    .where(sql<boolean>`access.within(${ctx.today}::date, valid_from, valid_until)`)
    .orderBy('code')
    .execute()
  const codes = projects.map((p) => p.code).join(', ')
  if (code) {
    const named = projects.find((p) => p.code === code)
    if (!named)
      throw wrongProject(
        `Projektet "${code}" findes ikke. Der er: ${codes || 'ingen'}`,
        `There is no project "${code}". There are: ${codes || 'none'}`,
      )
    return named.id
  }
  if (projects.length !== 1 || !projects[0])
    throw wrongProject(`Vælg et projekt: ${codes || 'der er ingen endnu'}`, `Choose a project: ${codes || 'there is none yet'}`)
  return projects[0].id
}

/** The plan of the file, with the numbers that are in use already as issues; a family with a known person is left out whole, so that a file read twice does nothing twice. */
async function plan(tx: Tx, ctx: Context, rows: ImportRow[], projectId: number): Promise<ImportPlan> {
  const found = planImport(rows, ctx.today)
  const people = found.families.flatMap((f) => f.people.filter((p) => p.cpr !== null).map((p) => ({ ...p, hash: cprHash(p.cpr ?? '') })))
  const hashes = people.map((p) => `\\x${p.hash.toString('hex')}`)
  const { rows: known } = await sql<{ hash: Buffer }>`select k as hash from access.cprs_known(${hashes}::bytea[]) k`.execute(tx)
  const taken = new Set(known.map((k) => k.hash.toString('hex')))
  const knownRows = new Set(people.filter((p) => taken.has(p.hash.toString('hex'))).map((p) => p.row))
  const issues = [...found.issues]
  const families = found.families.filter((f) => {
    if (!f.people.some((p) => knownRows.has(p.row))) return valid(f, projectId, ctx.today, issues)
    for (const p of f.people) issues.push(knownRows.has(p.row) ? knownPerson(p.row) : knownFamily(p.row))
    return false
  })
  const kept = new Set(families.flatMap((f) => f.rows))
  return { ...found, families, issues: issues.toSorted((a, b) => a.row - b.row), warnings: found.warnings.filter((w) => kept.has(w.row)) }
}
const knownPerson = (row: number): ImportIssue => ({
  row,
  field: 'cpr',
  message: { da: 'Personen er kendt; projektlederen har fået besked', en: 'The person is known; the project manager has been told' },
})
const knownFamily = (row: number): ImportIssue => ({
  row,
  field: 'family',
  message: {
    da: 'En anden i familien er kendt. Tilføj personen på familiens side i stedet',
    en: 'Somebody else in the family is known. Add the person on the family’s page instead',
  },
})

/** The last word has the schema every family goes through. */
function valid(f: ImportPlan['families'][number], projectId: number, today: string, issues: ImportIssue[]): boolean {
  const parsed = NewFamily.safeParse(asNewFamily(f, projectId, today))
  if (parsed.success) return true
  const at = parsed.error.issues[0]?.path
  const row = (at?.[0] === 'people' && typeof at[1] === 'number' ? f.people[at[1]]?.row : undefined) ?? f.rows[0] ?? 0
  issues.push({
    row,
    field: 'name',
    message: { da: 'Rækken er for lang eller kan ikke læses', en: 'The row is too long or cannot be read' },
  })
  return false
}

const report = (found: ImportPlan): ImportReport => ({
  rows: found.rows,
  issues: found.issues,
  warnings: found.warnings,
  good: { families: found.families.length, persons: found.families.reduce((n, f) => n + f.people.length, 0) },
  imported: { families: 0, persons: 0, caseIds: [] },
})

/** The report as lines for a terminal. */
export function importReportText(report: ImportReport, locale: 'da' | 'en', dryRun: boolean): string {
  const word = (da: string, en: string) => (locale === 'da' ? da : en)
  const lines = report.issues.map((i) => `${word('række', 'row')} ${i.row}, ${i.field}: ${i.message[locale]}`)
  const warnings = report.warnings.map((i) => `${word('bemærk, række', 'note, row')} ${i.row}, ${i.field}: ${i.message[locale]}`)
  const bad = new Set(report.issues.map((i) => i.row)).size
  const w = words(locale)
  const count = ({ families, persons }: { families: number; persons: number }) =>
    `${w.families(families)} ${word('med', 'with')} ${w.people(persons)}`
  const sum = word(
    `${plural(report.rows, 'række', 'rækker')}, ${bad} kan ikke indlæses; ${count(report.good)} kan`,
    `${plural(report.rows, 'row', 'rows')}, ${bad} cannot be imported; ${count(report.good)} can`,
  )
  const done =
    dryRun || report.imported.families === 0
      ? word('Intet er ændret', 'Nothing was changed')
      : `${word('Indlæst', 'Imported')}: ${count(report.imported)}`
  return [...lines, ...warnings, sum, done].join('\n')
}
