import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Select } from '#app/ui/fields.tsx'
import { DraftStatus, ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { errorsIn, typed } from '#app/plan/components/typed.ts'
import { dateValues } from '#app/plan/date-values.server.ts'
import { addSectorPlan } from '../add-sector-plan.server.ts'
import { PlanFields, planDates } from '../components/plan-fields.tsx'
import { sectorPlanAddress, sectorPlansAddress, sectorPlanTexts } from '../plan-words.ts'
import { readSectorPlans } from '../read-sector-plans.server.ts'
import type { Route } from './+types/new-sector-plan.ts'

const draftName = (caseId: number) => `sector-plans.new.${caseId}`

/** `?slags=childs-plan&om=12` begins with that kind about that person. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const caseId = idParam(params.caseId)
  const found = await readSectorPlans(ctx, { caseId })
  if (!found.may.write) throw new NotFound('may not')
  const query = new URL(request.url).searchParams
  return { page: found, start: { kind: query.get('slags'), about: query.getAll('om') }, draft: await findDraft(ctx, draftName(caseId)) }
})

export const action = formAction(async ({ ctx, params, form, values }) => {
  const caseId = idParam(params.caseId)
  const { id } = await addSectorPlan(ctx, { ...values, ...dateValues(form, planDates), caseId })
  await dropDraft(ctx, draftName(caseId))
  return redirect(`${sectorPlanAddress(caseId, id)}?gemt=1`)
})

export default function NewSectorPlan({ loaderData: { page: d, start, draft }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = sectorPlanTexts(locale)
  const errors = errorsIn(actionData, locale)
  const v = typed(actionData, start.kind ? null : draft?.values)
  return (
    <>
      <title>{`${m.newTitle} – ${d.familyName}`}</title>
      <BackLink href={sectorPlansAddress(d.caseId)}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHead title={m.newTitle} lead={m.newLead} />
      <Form errors={errors} summaryElsewhere draftUrl={`/kladde/${draftName(d.caseId)}`} guard>
        <Select
          name="kind"
          label={m.kind}
          value={v.text('kind', start.kind)}
          placeholder={m.choose}
          options={d.kinds.map((k) => ({ value: k.code, label: k.verified ? `${k.label} (${k.paragraph})` : k.label }))}
        />
        <CheckboxGroup
          name="subjects"
          legend={m.subjects}
          hint={m.subjectsHint}
          values={v.list('subjects', start.about)}
          choices={d.people.filter((p) => p.family).map((p) => ({ value: p.id, label: p.age === null ? p.name : `${p.name}, ${p.age}` }))}
        />
        <PlanFields
          v={v}
          departments={d.departments}
          team={d.team}
          stated={d.may.coordination}
          statedOpen={d.may.coordination && d.may.sectors.length === 1}
        />
        <ButtonGroup>
          <SubmitButton>{m.save}</SubmitButton>
          <LinkButton variant="quiet" href={sectorPlansAddress(d.caseId)}>
            {m.cancel}
          </LinkButton>
        </ButtonGroup>
        <DraftStatus />
      </Form>
    </>
  )
}
