import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { typed, typedList, type Values } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { consentHref } from '../components/consent-cards.tsx'
import { da, en } from '../messages.ts'
import { readConsentPage } from '../read-consent-page.server.ts'
import { endDocumentShared, registerDocumentShared } from '../shared-documents.server.ts'
import type { Route } from './+types/documents.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const { caseId, people, labels, may } = await readConsentPage(ctx, { caseId: idParam(params.caseId) })
  if (!may.shareDocument) throw new NotFound('may not')
  return { locale: ctx.locale, caseId, people, labels }
})
export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  if (values['intent'] === 'end') await endDocumentShared(ctx, { caseId, documentId: values['documentId'] })
  else await registerDocumentShared(ctx, { ...values, caseId })
  return redirect(`${consentHref(caseId)}?gemt=1`)
})

/** Which document is shared in this family, with whom, how and where it lies. */
export default function SharedDocuments({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const { errors, values } = refusal(d.locale, actionData)
  return (
    <>
      <title>{`${m.documents.title} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <BackLink href={consentHref(d.caseId)}>{m.page.back}</BackLink>
      <PageHead title={m.documents.title} lead={m.page.documentsWhy} />
      <Form errors={errors} summaryElsewhere guard>
        <TextField name="document" label={m.documents.document} value={typed(values, 'document')} />
        <CheckboxGroup
          name="subjects"
          legend={m.documents.whom}
          values={typedList(values, 'subjects')}
          choices={d.people.map((p) => ({ value: p.id, label: p.firstName }))}
        />
        <CheckboxGroup
          name="withSectors"
          legend={m.documents.withWhom}
          values={typedList(values, 'withSectors')}
          choices={Object.entries(d.labels.sectors).map(([value, label]) => ({ value, label }))}
        />
        <RadioGroup
          name="how"
          legend={m.documents.how}
          value={typed(values, 'how')}
          choices={Object.entries(m.documents.hows).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="keptWhere" label={m.documents.where} hint={m.documents.whereHint} value={typed(values, 'keptWhere')} optional />
        <SubmitButton>{m.documents.save}</SubmitButton>
      </Form>
    </>
  )
}
