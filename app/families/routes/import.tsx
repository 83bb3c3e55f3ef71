import { Conflict, type Context, Invalid, NotFound } from '#app/platform/context.ts'
import { dropDraft, findDraft, saveDraft } from '#app/platform/drafts/drafts.server.ts'
import type { Values } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { FileField, Select } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { Table } from '#app/ui/table.tsx'
import type { ImportIssue } from '../import-row.ts'
import { da, en } from '../messages.ts'
import { type ImportReport, readImportProjects, runImport } from '../run-import.server.ts'
import type { Route } from './+types/import.ts'

const DRAFT = 'families.import'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => ({
  locale: ctx.locale,
  projects: await readImportProjects(ctx, {}),
}))

/** First the file is looked through and kept as a draft (encrypted, of this person); a second yes imports what was looked at. */
export const action = formAction(async ({ ctx, form, values }: PageArgs<Route.ActionArgs> & { form: FormData; values: Values }) => {
  const projectCode = typeof values['projectCode'] === 'string' && values['projectCode'] !== '' ? values['projectCode'] : null
  if (values['intent'] === 'check') {
    const upload = await uploaded(form)
    const report = await runImport(ctx, upload, { dryRun: true, acceptGoodRows: false, projectCode })
    await saveDraft(ctx, DRAFT, { name: upload.name, content: Buffer.from(upload.content).toString('base64') })
    return { step: 'checked' as const, report, projectCode }
  }
  if (values['intent'] !== 'import') throw new NotFound('intent')
  const report = await runImport(ctx, await kept(ctx), { dryRun: false, acceptGoodRows: values['acceptGoodRows'] === 'on', projectCode })
  await dropDraft(ctx, DRAFT)
  return { step: 'done' as const, report, projectCode }
})

async function uploaded(form: FormData): Promise<{ content: Uint8Array; name: string }> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0)
    throw new Invalid([{ field: 'file', message: { da: da.import.noFile, en: en.import.noFile } }])
  return { content: new Uint8Array(await file.arrayBuffer()), name: file.name }
}
async function kept(ctx: Context): Promise<{ content: Uint8Array; name: string }> {
  const draft = await findDraft(ctx, DRAFT)
  const content = draft?.values['content']
  if (typeof content !== 'string') throw new Conflict('import-expired')
  return { content: Buffer.from(content, 'base64'), name: String(draft?.values['name'] ?? '') }
}

/** Families from a file: look, then say yes. */
export default function ImportPage({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const { errors, conflict } = refusal(d.locale, actionData)
  const result = actionData && 'step' in actionData ? actionData : null
  return (
    <>
      <title>{`${m.import.title} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <PageHead title={m.import.title} lead={m.import.lead} />
      {conflict && <Alert tone="warning">{m.import.expired}</Alert>}
      {result?.step === 'done' && (
        <Alert tone="success">{m.import.done(result.report.imported.families, result.report.imported.persons)}</Alert>
      )}
      {result && <Issues report={result.report} />}
      {result?.step === 'checked' ? (
        <Confirm report={result.report} projectCode={result.projectCode} />
      ) : (
        <Form errors={errors} summaryElsewhere upload>
          <input type="hidden" name="intent" value="check" />
          <FileField name="file" label={m.import.file} hint={m.import.fileHint} accept=".csv,.xlsx,text/csv" />
          {d.projects.length > 1 && (
            <Select name="projectCode" label={m.import.project} options={d.projects.map((p) => ({ value: p.code, label: p.name }))} />
          )}
          <ButtonGroup>
            <SubmitButton>{m.import.check}</SubmitButton>
            <LinkButton variant="quiet" href="/administration/import/skabelon">
              {m.import.template}
            </LinkButton>
          </ButtonGroup>
        </Form>
      )}
    </>
  )
}

function Issues({ report }: { report: ImportReport }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const columns = [
    { key: 'row', label: m.import.row, numeric: true, cell: (i: ImportIssue) => i.row },
    { key: 'column', label: m.import.column, cell: (i: ImportIssue) => i.field },
    { key: 'why', label: m.import.why, cell: (i: ImportIssue) => i.message[locale] },
  ]
  const bad = new Set(report.issues.map((i) => i.row)).size
  return (
    <>
      {bad > 0 && <Table caption={m.import.bad(bad)} rows={report.issues} rowKey={(i, n) => `${i.row}-${n}`} columns={columns} />}
      {report.warnings.length > 0 && (
        <Table caption={m.import.warnings} rows={report.warnings} rowKey={(i, n) => `${i.row}-${n}`} columns={columns} />
      )}
    </>
  )
}

function Confirm({ report, projectCode }: { report: ImportReport; projectCode: string | null }) {
  const m = pick(useLocale(), { da, en })
  const { families, persons } = report.good
  const bad = report.issues.length > 0
  return (
    <>
      <Alert tone={bad ? 'warning' : 'info'} title={m.import.rows(report.rows)}>
        <p>
          {families > 0 ? m.import.good(families, persons) : m.import.nothing}. {bad && families > 0 && m.import.fixFirst}
        </p>
      </Alert>
      {families > 0 && (
        <Form>
          <input type="hidden" name="intent" value="import" />
          {projectCode && <input type="hidden" name="projectCode" value={projectCode} />}
          {bad && <input type="hidden" name="acceptGoodRows" value="on" />}
          <SubmitButton>{bad ? m.import.confirmGood : m.import.confirmAll}</SubmitButton>
        </Form>
      )}
      <p>
        <a href="/administration/import">{m.import.again}</a>
      </p>
    </>
  )
}
