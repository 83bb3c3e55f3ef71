import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { importTemplate } from '#app/families/read-sheet.server.ts'
import { importReportText, runImport } from '#app/families/run-import.server.ts'
import { openingKey } from '#app/platform/config.server.ts'
import { Invalid } from '#app/platform/context.ts'
import { connect, openPool } from '#app/platform/db.server.ts'
import { openJobContext } from '#app/platform/jobs/run-job.server.ts'
import { attach, storeOpeningKey } from './database.ts'

export const help = 'families FILE --municipality CODE [--project CODE] [--dry-run] [--accept-good-rows] | families --template'

/** Families from a CSV or XLSX file, one row per person. Exit 1 when a row is bad and nothing was changed (or, with --dry-run, would be). */
export async function run(args: string[]): Promise<number> {
  const {
    positionals: [what, path],
    values,
  } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      municipality: { type: 'string' },
      project: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'accept-good-rows': { type: 'boolean', default: false },
      template: { type: 'boolean', default: false },
    },
  })
  if (what !== 'families') throw new Error(`helhed import ${help}`)
  if (values.template) {
    process.stdout.write(importTemplate())
    return 0
  }
  if (!path || !values.municipality) throw new Error(`helhed import ${help}`)
  const file = { content: new Uint8Array(readFileSync(path)), name: basename(path) }
  return importFile(file, values.municipality, {
    dryRun: values['dry-run'],
    acceptGoodRows: values['accept-good-rows'],
    projectCode: values.project ?? null,
  })
}

async function importFile(
  file: { content: Uint8Array; name: string },
  place: string,
  options: Parameters<typeof runImport>[2],
): Promise<number> {
  const at = await attach()
  if (at.ownerUrl) await storeOpeningKey(at.ownerUrl, at.config)
  const { pool } = connect(openPool(at.appUrl, 2))
  try {
    const { rows } = await pool.query<{ id: number }>(
      'select municipality_id as id from municipality where (code = $1 or municipality_id::text = $1) and municipality_id > 0',
      [place],
    )
    if (!rows[0]) throw new Error(`no municipality with the code "${place}" / ingen kommune med koden "${place}"`)
    const ctx = await openJobContext(openingKey(at.config), rows[0].id, 'import-families')
    try {
      const report = await runImport(ctx, file, options)
      console.log(importReportText(report, process.env['LANG']?.startsWith('en') ? 'en' : 'da', options.dryRun))
      return report.issues.length > 0 && report.imported.families === 0 ? 1 : 0
    } finally {
      await pool.query('select access.close_job_session($1)', [ctx.token])
    }
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    for (const issue of error.issues) console.error(`${issue.message.da} / ${issue.message.en}`)
    return 1
  } finally {
    await pool.end()
    await at.release()
  }
}
