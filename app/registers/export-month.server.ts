import { z } from 'zod'
import { inForce, itemAt } from '#app/catalogue/pack-item.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { Id } from '#app/families/families.ts'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { addMonths, ageOn, endOfMonth } from '#app/platform/time/plain-date.ts'
import { monthOf } from '#app/progression/months.ts'
import { Month } from '#app/progression/registration.ts'
import { asCsv, exportTable, type ExportValue } from './export-rows.ts'
import { leadsAProject, MaybeProject, theProject } from './read-registers.server.ts'

const MONTHS = 12

/** The tools that a project's pack has a file for, and the months one can choose. */
export const readExports = query({
  event: 'registers.read-exports',
  input: z.object({ projectId: MaybeProject }),
  may: leadsAProject,
  run: async (tx, ctx, { projectId }) => {
    const { project, projects } = await theProject(tx, ctx, projectId)
    const pack = await projectPack(tx, project.id)
    const months = Array.from({ length: MONTHS }, (_, i) => addMonths(monthOf(ctx.today), -i))
    return { project, projects, months, targets: inForce(pack.exportTargets, ctx.today).map((t) => ({ code: t.code, label: t.label, text: t.text, columns: t.columns.map((c) => c.heading) })) }
  },
  concerns: () => ({ personIds: [], bases: [] }),
})

/**
 * A month of the project as a file for an external tool (PROG-36): exactly the values that the project manager may read, a row of the log for each family.
 * @throws NotFound when the project or the tool is not there
 */
export const exportMonth = query({
  event: 'registers.export',
  input: z.object({ projectId: Id, target: z.string().max(60), month: Month }),
  may: leadsAProject,
  run: async (tx, ctx, { projectId, target: code, month }) => {
    await theProject(tx, ctx, projectId)
    const pack = await projectPack(tx, projectId)
    const target = itemAt(pack.exportTargets, code, ctx.today)
    if (!target) throw new NotFound('target')
    const rows = await tx
      .selectFrom('progression_value as v')
      .innerJoin('family_case as c', (j) => j.onRef('c.id', '=', 'v.case_id').onRef('c.municipality_id', '=', 'v.municipality_id'))
      .innerJoin('person as p', (j) => j.onRef('p.id', '=', 'v.person_id').onRef('p.municipality_id', '=', 'v.municipality_id'))
      .select(['c.id as caseId', 'c.number as caseNumber', 'p.id as personId', 'p.first_name as firstName', 'p.born', 'v.month', 'v.indicator', 'v.number', 'v.second', 'v.choice', 'v.how', 'v.source'])
      .select(['v.judged_month as judgedMonth', 'v.shelf_id as shelfId'])
      .where('c.project_id', '=', projectId)
      .where('v.month', '=', month)
      .where('v.replaced_by', 'is', null)
      .execute()
    const values = rows.map((r): ExportValue & { caseId: number; shelfId: number } => ({ ...r, age: r.born === null ? null : ageOn(r.born, endOfMonth(month)) }))
    const table = exportTable(target, values, [...pack.indicators, ...inForce(pack.indicators, ctx.today)])
    return { name: `helhed-${target.code}-${month.slice(0, 7)}.${target.format}`, format: target.format, table, values }
  },
  concerns: ({ target, month }, r) => {
    const families = [...Map.groupBy(r.values, (v) => v.caseId)]
    if (families.length === 0) return { personIds: [], bases: [], details: { target, month } }
    return families.map(([caseId, mine]) => ({
      caseId, personIds: mine.map((v) => v.personId), shelfIds: mine.map((v) => v.shelfId), bases: ['project'], details: { target, month, values: mine.length },
    }))
  },
})

/** The file itself. */
export async function exportFile({ format, table }: { format: 'csv' | 'xlsx'; table: string[][] }): Promise<{ body: Uint8Array<ArrayBuffer> | string; type: string }> {
  if (format === 'csv') return { body: asCsv(table), type: 'text/csv; charset=utf-8' }
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  book.addWorksheet('Progression').addRows(table)
  return { body: new Uint8Array(await book.xlsx.writeBuffer()), type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
}
