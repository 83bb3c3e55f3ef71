import { redirect } from 'react-router'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { withDates } from '#app/platform/forms/form-values.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { EntryForm } from '../components/entry-form.tsx'
import { readForEntry } from '../read-logbook.server.ts'
import { logbookTexts } from '../words.ts'
import { writeEntry } from '../write-entry.server.ts'
import type { Route } from './+types/new-entry.ts'

const draftName = (caseId: number) => `logbook.new.${caseId}`

/** `?person=12` is ticked beforehand. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const caseId = idParam(params.caseId)
  const form = await readForEntry(ctx, { caseId, entryId: null, personId: new URL(request.url).searchParams.get('person') })
  return { form, draft: (await findDraft(ctx, draftName(caseId)))?.values ?? null }
})
export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const { id } = await writeEntry(ctx, { ...withDates(values, ['onDate']), caseId })
  await dropDraft(ctx, draftName(caseId))
  return redirect(`/familier/${caseId}/logbog?skrevet=${id}`)
})

/** LOG-03: ten seconds with a thumb. */
export default function NewEntry({ loaderData: { form, draft }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = logbookTexts(locale)
  const base = `/familier/${form.caseId}/logbog`
  return (
    <>
      <title>{`${m.newTitle} – Helhed`}</title>
      <BackLink href={base} />
      <ErrorSummary errors={refusal(locale, actionData).errors} />
      <PageHead title={m.newTitle} />
      <EntryForm d={form} action={`${base}/ny`} data={actionData} draft={{ name: draftName(form.caseId), values: draft }} />
    </>
  )
}
