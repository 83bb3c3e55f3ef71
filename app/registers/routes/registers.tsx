import { Conflict, type Context, Invalid, NotFound } from '#app/platform/context.ts'
import { dropDraft, findDraft, saveDraft } from '#app/platform/drafts/drafts.server.ts'
import type { Values } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { Alert } from '#app/ui/feedback.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink, Tabs } from '#app/ui/navigation.tsx'
import { Checked } from '../components/checked.tsx'
import { Earlier } from '../components/earlier.tsx'
import { chosenIn } from '../components/differences.tsx'
import { Upload } from '../components/upload.tsx'
import { da, en } from '../messages.ts'
import { readRegisters } from '../read-registers.server.ts'
import { importRegister, previewRegister, registerFile } from '../run-import.server.ts'
import type { Route } from './+types/registers.ts'

const DRAFT = 'registers.import'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => readRegisters(ctx, { projectId: new URL(request.url).searchParams.get('projekt') }))

/** First the file is looked through and kept as a draft (encrypted, of this person); a second yes takes in what was looked at. */
export const action = formAction(async ({ ctx, form, values }: PageArgs<Route.ActionArgs> & { form: FormData; values: Values }) => {
  if (values['intent'] === 'check') {
    const upload = await uploaded(form)
    const asked = { projectId: values['projectId'], mapping: values['mapping'] ?? '', file: await registerFile(upload.content, upload.name) }
    const report = await previewRegister(ctx, asked)
    await saveDraft(ctx, DRAFT, { name: upload.name, content: Buffer.from(upload.content).toString('base64'), mapping: asked.mapping })
    return shown('checked' as const, report)
  }
  if (values['intent'] !== 'import') throw new NotFound('intent')
  const { upload, mapping } = await kept(ctx)
  const report = await importRegister(ctx, {
    projectId: values['projectId'], mapping, file: await registerFile(upload.content, upload.name), acceptGoodRows: values['acceptGoodRows'] === 'on', ...chosenIn(values),
  })
  await dropDraft(ctx, DRAFT)
  return shown('done' as const, report)
})
type Report = Awaited<ReturnType<typeof importRegister>>
/** Only what the page shows: names of those it names, never the file. */
function shown<S extends 'checked' | 'done'>(step: S, { seen, shelves: _s, asked: _a, ...report }: Report) {
  const named = new Set(report.differences.map((d) => d.personId))
  return { step, report, names: Object.fromEntries(seen.filter((k) => named.has(k.personId)).map((k) => [k.personId, k.name])) }
}

async function uploaded(form: FormData): Promise<{ content: Uint8Array; name: string }> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) throw new Invalid([{ field: 'file', message: { da: da.noFile, en: en.noFile } }])
  return { content: new Uint8Array(await file.arrayBuffer()), name: file.name }
}
async function kept(ctx: Context): Promise<{ upload: { content: Uint8Array; name: string }; mapping: string }> {
  const draft = (await findDraft(ctx, DRAFT))?.values
  if (typeof draft?.['content'] !== 'string') throw new Conflict('import-expired')
  return { upload: { content: Buffer.from(draft['content'], 'base64'), name: String(draft['name'] ?? '') }, mapping: String(draft['mapping'] ?? '') }
}

/** Figures from a register's file: look, then say yes. */
export default function Registers({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { errors, conflict, values } = refusal(locale, actionData)
  const result = actionData && 'step' in actionData ? actionData : null
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <BackLink href={`/projekt?projekt=${d.project.id}`}>{m.back}</BackLink>
      <PageHead title={m.title} lead={m.lead} />
      {d.projects.length > 1 && <Tabs label={m.choose} items={d.projects.map((p) => ({ href: `/projekt/registre?projekt=${p.id}`, label: p.name, current: p.id === d.project.id }))} />}
      {conflict && <Alert tone="warning">{m.expired}</Alert>}
      {result?.step === 'done' && <Alert tone="success">{m.done(result.report.tally.written, result.report.tally.replaced)}</Alert>}
      {result && <Checked {...result} projectId={d.project.id} />}
      {result?.step !== 'checked' &&
        (d.mappings.length === 0 ? (
          <EmptyState title={m.noMappings}>{m.noMappingsText}</EmptyState>
        ) : (
          <Upload projectId={d.project.id} mappings={d.mappings} errors={errors} values={values} withExport={d.targets > 0} />
        ))}
      {result?.step !== 'checked' && d.earlier.length > 0 && <Earlier rows={d.earlier} />}
    </>
  )
}
