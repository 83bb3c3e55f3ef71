import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { importReportText } from '#app/registers/report-text.ts'
import { importRegister, previewRegister, registerFile } from '#app/registers/run-import.server.ts'
import type { Context } from '#app/platform/context.ts'
import { inTransaction } from '#app/platform/db.server.ts'

type Options = { register: string; project: string | null; dryRun: boolean; acceptGoodRows: boolean }

/** A file of a register, as a job of the municipality. What somebody typed is never touched from here. @returns 1 when a row is bad and nothing was changed (or would be) */
export async function importRegisterFile(ctx: Context, path: string, options: Options): Promise<number> {
  const started = performance.now()
  const file = await registerFile(new Uint8Array(readFileSync(path)), basename(path))
  const input = { projectId: await projectOf(ctx, options.project), mapping: options.register, file, acceptGoodRows: options.acceptGoodRows }
  const report = await (options.dryRun ? previewRegister : importRegister)(ctx, input)
  const locale = process.env['LANG']?.startsWith('en') ? 'en' : 'da'
  console.log(importReportText(report, locale, options.dryRun))
  console.error(`${((performance.now() - started) / 1000).toFixed(1)} s`)
  return report.issues.length > 0 && report.importId === null ? 1 : 0
}

/** The named project, or the only one there is today. */
async function projectOf(ctx: Context, code: string | null): Promise<number> {
  const all = await inTransaction(ctx, null, (tx, { today }) =>
    tx.selectFrom('project').select(['id', 'code']).where('valid_from', '<=', today).where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>=', today)])).orderBy('code').execute())
  const found = code === null ? (all.length === 1 ? all[0] : undefined) : all.find((p) => p.code === code)
  if (!found) throw new Error(`which project? / hvilket projekt? --project ${all.map((p) => p.code).join(' | ')}`)
  return found.id
}
