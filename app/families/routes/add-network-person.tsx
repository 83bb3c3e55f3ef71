import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { addNetworkPerson } from '../add-network-person.server.ts'
import { LanguageFields } from '../components/person-fields.tsx'
import { refusal } from '#app/platform/forms/refusal.ts'
import { personName } from '../families.ts'
import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { da, en } from '../messages.ts'
import { readFamily } from '../read-family.server.ts'
import type { Route } from './+types/add-network-person.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const family = await readFamily(ctx, { caseId: idParam(params.caseId) })
  if (!family.may.change) throw new NotFound('may not add')
  return { locale: ctx.locale, caseId: family.case.id, people: family.people.filter((p) => p.kind !== 'network') }
})
export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  await addNetworkPerson(ctx, { ...values, caseId })
  return redirect(`/familier/${caseId}/personer?tilfoejet=1#netvaerk`)
})

/** Somebody the family counts on: a first name and a relation, nothing else. */
export default function AddNetworkPersonPage({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const { errors, values } = refusal(d.locale, actionData)
  return (
    <>
      <title>{`${m.form.networkTitle} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <PageHead title={m.form.networkTitle} lead={m.form.networkLead} />
      <Form errors={errors} summaryElsewhere guard>
        <TextField name="firstName" label={m.form.firstName} value={typed(values, 'firstName')} />
        <TextField name="label" label={m.form.label} hint={m.form.labelHint} value={typed(values, 'label')} />
        <Select
          name="otherId"
          label={m.form.to}
          value={typed(values, 'otherId')}
          options={d.people.map((p) => ({ value: p.id, label: personName(d.locale, p) }))}
        />
        <LanguageFields language={typed(values, 'language', 'da')} interpreter={typed(values, 'interpreter') === 'on'} />
        <ButtonGroup>
          <SubmitButton>{m.form.add}</SubmitButton>
          <LinkButton variant="quiet" href={`/familier/${d.caseId}/personer`}>
            {m.form.cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
}
