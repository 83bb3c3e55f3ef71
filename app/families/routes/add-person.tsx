import { redirect } from 'react-router'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { addPerson } from '../add-person.server.ts'
import { LanguageFields } from '../components/person-fields.tsx'
import { refusal } from '#app/platform/forms/refusal.ts'
import { typed, typedDate, type Values, withDates } from '#app/platform/forms/form-values.ts'
import { da, en } from '../messages.ts'
import { readFamily } from '../read-family.server.ts'
import { findLookAlikes } from '../search-families.server.ts'
import type { Route } from './+types/add-person.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const family = await readFamily(ctx, { caseId: idParam(params.caseId) })
  if (!family.may.change) throw new NotFound('may not add')
  return { locale: ctx.locale, caseId: family.case.id, homes: family.households.map(({ id, name }) => ({ id, name })), today: ctx.today }
})

export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  const input = withDates({ ...values, kind: values['kind'] ?? '' }, ['born', 'due', 'from'])
  if (values['sure'] !== 'on' && typeof input['born'] === 'string' && /^\d{4}-/.test(input['born'])) {
    const born = input['born']
    const like = await findLookAlikes(ctx, { caseId, firstName: String(values['firstName'] ?? ''), born })
    if (like.length > 0)
      return { like: like.map((p) => `${p.firstName} ${p.lastName}`.trim()).join(', '), outcome: null, issues: [], conflict: null, values }
  }
  const { outcome } = await addPerson(ctx, { ...input, caseId })
  if (outcome === 'added') return redirect(`/familier/${caseId}/personer?tilfoejet=1`)
  return { like: null, outcome, issues: [], conflict: null, values }
})

/** An adult, a child, or a child on its way. */
export default function AddPersonPage({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const { errors, values } = refusal(d.locale, actionData)
  const like = actionData && 'like' in actionData ? actionData.like : null
  const outcome = actionData && 'outcome' in actionData ? actionData.outcome : null
  const cpr = (
    <TextField name="cpr" label={m.form.cpr} hint={m.form.cprHint} optional inputMode="numeric" width="s" value={typed(values, 'cpr')} />
  )
  return (
    <>
      <title>{`${m.form.addTitle} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <PageHead title={m.form.addTitle} lead={m.form.addLead} />
      {outcome === 'known' && <Alert>{m.personKnown}</Alert>}
      {outcome === 'limited' && <Alert tone="warning">{m.tooManySearches}</Alert>}
      {like && (
        <Alert tone="warning" title={m.form.lookAlike}>
          {m.form.lookAlikeBody(like)}
        </Alert>
      )}
      <Form errors={errors} summaryElsewhere guard>
        <RadioGroup
          name="kind"
          legend={m.form.kind}
          value={typed(values, 'kind', 'person')}
          choices={[
            {
              value: 'person',
              label: m.form.kinds.person,
              reveals: (
                <>
                  <TextField name="firstName" label={m.form.firstName} value={typed(values, 'firstName')} />
                  <TextField name="lastName" label={m.form.lastName} value={typed(values, 'lastName')} optional />
                  <DateFields name="born" legend={m.form.born} hint={m.form.bornHint} value={typedDate(values, 'born')} />
                  {cpr}
                </>
              ),
            },
            {
              value: 'unborn',
              label: m.form.kinds.unborn,
              reveals: <DateFields name="due" legend={m.form.due} value={typedDate(values, 'due')} />,
            },
          ]}
        />
        <RadioGroup
          name="role"
          legend={m.form.role}
          value={typed(values, 'role', 'family')}
          choices={[
            { value: 'family', label: m.form.roles.family },
            { value: 'other-parent', label: m.form.roles['other-parent'] },
          ]}
        />
        <RadioGroup
          name="householdId"
          legend={m.form.household}
          value={typed(values, 'householdId', String(d.homes[0]?.id ?? ''))}
          choices={[...d.homes.map((h) => ({ value: h.id, label: h.name || m.people.home })), { value: '', label: m.form.noHousehold }]}
        />
        <DateFields name="from" legend={m.form.from} value={typedDate(values, 'from', d.today)} />
        <LanguageFields language={typed(values, 'language', 'da')} interpreter={typed(values, 'interpreter') === 'on'} />
        {like && <input type="hidden" name="sure" value="on" />}
        <ButtonGroup>
          <SubmitButton>{like ? m.form.addAnyway : m.form.add}</SubmitButton>
          <LinkButton variant="quiet" href={`/familier/${d.caseId}/personer`}>
            {m.form.cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
}
