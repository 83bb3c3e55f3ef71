import { redirect } from 'react-router'
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
import { correctEntry } from '../write-entry.server.ts'
import type { Route } from './+types/correct-entry.ts'

export const loader = page(({ ctx, params }: PageArgs<Route.LoaderArgs>) => readForEntry(ctx, { caseId: idParam(params.caseId), entryId: idParam(params.entryId) }))
export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const { id } = await correctEntry(ctx, { ...withDates(values, ['onDate']), caseId, entryId: idParam(params.entryId) })
  return redirect(`/familier/${caseId}/logbog?gjort=rettet#linje-${id}`)
})

/** A new row in place of the old one; the old one stays below it. */
export default function CorrectEntry({ loaderData: form, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = logbookTexts(locale)
  const base = `/familier/${form.caseId}/logbog`
  return (
    <>
      <title>{`${m.correctTitle} – Helhed`}</title>
      <BackLink href={base} />
      <ErrorSummary errors={refusal(locale, actionData).errors} />
      <PageHead title={m.correctTitle} lead={m.correctLead} />
      <EntryForm d={form} action={`${base}/${form.entry?.id}/ret`} data={actionData} />
    </>
  )
}
