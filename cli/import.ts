import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { importTemplate } from '#app/families/read-sheet.server.ts'
import { importReportText, runImport } from '#app/families/run-import.server.ts'
import { openingKey } from '#app/platform/config.server.ts'
import { type Context, Invalid } from '#app/platform/context.ts'
import { connect, openPool } from '#app/platform/db.server.ts'
import { openJobContext } from '#app/platform/jobs/run-job.server.ts'
import { attach, storeOpeningKey } from './database.ts'
import { importRegisterFile } from './import-register.ts'

export const help =
  'families FILE --municipality CODE [--project CODE] [--dry-run] [--accept-good-rows] | families --template | register FILE --register CODE --municipality CODE [the same]'

/** Families, or figures of a register, from a CSV or XLSX file. Exit 1 when a row is bad and nothing was changed (or, with --dry-run, would be). */
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
      register: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'accept-good-rows': { type: 'boolean', default: false },
      template: { type: 'boolean', default: false },
    },
  })
  if (what === 'register' && path && values.municipality && values.register) {
    const options = { register: values.register, project: values.project ?? null, dryRun: values['dry-run'], acceptGoodRows: values['accept-good-rows'] }
    return asJob(values.municipality, 'import-register', (ctx) => importRegisterFile(ctx, path, options))
  }
  if (what !== 'families') throw new Error(`helhed import ${help}`)
  if (values.template) {
    process.stdout.write(importTemplate())
    return 0
  }
  if (!path || !values.municipality) throw new Error(`helhed import ${help}`)
  const file = { content: new Uint8Array(readFileSync(path)), name: basename(path) }
  const options = { dryRun: values['dry-run'], acceptGoodRows: values['accept-good-rows'], projectCode: values.project ?? null }
  return asJob(values.municipality, 'import-families', async (ctx) => {
    const report = await runImport(ctx, file, options)
    console.log(importReportText(report, process.env['LANG']?.startsWith('en') ? 'en' : 'da', options.dryRun))
    return report.issues.length > 0 && report.imported.families === 0 ? 1 : 0
  })
}

/** Works as a job of the municipality; what is wrong with the file is told in both languages. */
async function asJob(place: string, name: string, work: (ctx: Context) => Promise<number>): Promise<number> {
  const at = await attach()
  if (at.ownerUrl) await storeOpeningKey(at.ownerUrl, at.config)
  const { pool } = connect(openPool(at.appUrl, 2))
  try {
    const { rows } = await pool.query<{ id: number }>(
      'select municipality_id as id from municipality where (code = $1 or municipality_id::text = $1) and municipality_id > 0',
      [place],
    )
    if (!rows[0]) throw new Error(`no municipality with the code "${place}" / ingen kommune med koden "${place}"`)
    const ctx = await openJobContext(openingKey(at.config), rows[0].id, name)
    try {
      return await work(ctx)
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
