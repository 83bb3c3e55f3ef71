import { redirect } from 'react-router'
import { addNetworkPerson } from '#app/families/add-network-person.server.ts'
import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { NotFound } from '#app/platform/context.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { networkTexts, shownName } from '../map-words.ts'
import { readNetwork } from '../read-network.server.ts'
import type { Route } from './+types/add.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const network = await readNetwork(ctx, { caseId: idParam(params.caseId) })
  if (!network.may.change) throw new NotFound('network')
  return { locale: ctx.locale, network }
})
export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  const { personId } = await addNetworkPerson(ctx, { ...values, caseId })
  const draw = values['then'] === 'tie'
  return redirect(`/familier/${caseId}/netvaerk${draw ? `/baand?til=person-${personId}` : '?gemt=1'}`)
})

/** Somebody the family counts on; the tie can be drawn right after. */
export default function AddToNetwork({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = networkTexts(d.locale)
  const { errors, values } = refusal(d.locale, actionData)
  const base = `/familier/${d.network.caseId}/netvaerk`
  return (
    <>
      <title>{`${m.addTitle} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <BackLink href={base}>{m.back}</BackLink>
      <PageHead title={m.addTitle} lead={m.addLead} />
      <Form errors={errors} summaryElsewhere guard>
        <TextField name="firstName" label={m.firstName} value={typed(values, 'firstName')} />
        <TextField name="label" label={m.label} hint={m.labelHint} value={typed(values, 'label')} />
        <Select
          name="otherId"
          label={m.knows}
          value={typed(values, 'otherId')}
          options={d.network.people.filter((p) => p.role !== 'network').map((p) => ({ value: p.id, label: shownName(d.locale, p) }))}
        />
        <ButtonGroup>
          {d.network.may.drawFor.length > 0 && (
            <SubmitButton name="then" value="tie">
              {m.tie}
            </SubmitButton>
          )}
          <SubmitButton variant={d.network.may.drawFor.length > 0 ? 'secondary' : 'primary'}>{m.save}</SubmitButton>
          <LinkButton variant="quiet" href={base}>
            {m.cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
}
