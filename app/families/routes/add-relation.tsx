import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { Select } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { addRelation } from '../add-relation.server.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { personName, RELATION_KINDS } from '../families.ts'
import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { da, en } from '../messages.ts'
import { readFamily } from '../read-family.server.ts'
import type { Route } from './+types/add-relation.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const family = await readFamily(ctx, { caseId: idParam(params.caseId) })
  if (!family.may.change) throw new NotFound('may not add')
  return { locale: ctx.locale, caseId: family.case.id, people: family.people }
})
export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  await addRelation(ctx, { ...values, caseId })
  return redirect(`/familier/${caseId}/personer?gemt=1#relationer`)
})

/** How two people of the family belong together. */
export default function AddRelationPage({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const { errors, values } = refusal(d.locale, actionData)
  const people = d.people.map((p) => ({ value: p.id, label: personName(d.locale, p) }))
  const kinds = RELATION_KINDS.filter((k) => k !== 'network').map((value) => ({ value, label: m.kinds[value] }))
  return (
    <>
      <title>{`${m.form.relationTitle} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <PageHead title={m.form.relationTitle} />
      <Form errors={errors} summaryElsewhere guard>
        <Select name="personId" label={m.form.relationOf} options={people} value={typed(values, 'personId')} />
        <Select name="kind" label={m.form.relationKind} options={kinds} value={typed(values, 'kind')} />
        <Select
          name="otherId"
          label={m.form.relationTo}
          options={people}
          value={typed(values, 'otherId', String(people[1]?.value ?? ''))}
        />
        <ButtonGroup>
          <SubmitButton>{m.form.save}</SubmitButton>
          <LinkButton variant="quiet" href={`/familier/${d.caseId}/personer`}>
            {m.form.cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
}
