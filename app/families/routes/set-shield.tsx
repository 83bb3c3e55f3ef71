import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextArea } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { refusal } from '#app/platform/forms/refusal.ts'
import { personName } from '../families.ts'
import { typed, typedDate, type Values, withDates } from '#app/platform/forms/form-values.ts'
import { da, en } from '../messages.ts'
import { readFamily } from '../read-family.server.ts'
import { setShield } from '../shield.server.ts'
import type { Route } from './+types/set-shield.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const family = await readFamily(ctx, { caseId: idParam(params.caseId) })
  if (!family.may.shield) throw new NotFound('may not shield')
  return { locale: ctx.locale, caseId: family.case.id, today: ctx.today, people: family.people.filter((p) => p.kind === 'person') }
})
export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  await setShield(ctx, { ...withDates(values, ['from', 'until']), caseId })
  return redirect(`/familier/${caseId}/personer?gemt=1#skaermning`)
})

/** Keeps what is about one person, or a child living there, from another. */
export default function SetShieldPage({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const { errors, values } = refusal(d.locale, actionData)
  const people = d.people.map((p) => ({ value: p.id, label: personName(d.locale, p) }))
  return (
    <>
      <title>{`${m.form.shieldTitle} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <PageHead title={m.form.shieldTitle} lead={m.form.shieldLead} />
      <Form errors={errors} summaryElsewhere guard>
        <Select name="personA" label={m.form.personA} options={people} value={typed(values, 'personA')} />
        <Select name="personB" label={m.form.personB} options={people} value={typed(values, 'personB', String(people[1]?.value ?? ''))} />
        <DateFields name="from" legend={m.form.shieldFrom} value={typedDate(values, 'from', d.today)} />
        <DateFields name="until" legend={m.form.shieldUntil} optional value={typedDate(values, 'until')} />
        <TextArea name="reason" label={m.form.shieldReason} hint={m.form.shieldReasonHint} value={typed(values, 'reason')} />
        <ButtonGroup>
          <SubmitButton>{m.form.shieldButton}</SubmitButton>
          <LinkButton variant="quiet" href={`/familier/${d.caseId}/personer`}>
            {m.form.cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
}
