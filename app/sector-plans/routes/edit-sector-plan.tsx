import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, ConfirmButton, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { CsrfInput, useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { errorsIn, isRefused, seenRevision, typed } from '#app/plan/components/typed.ts'
import { dateValues } from '#app/plan/date-values.server.ts'
import { changeSectorPlan } from '../change-sector-plan.server.ts'
import { PlanFields, planDates } from '../components/plan-fields.tsx'
import { dropSectorPlan } from '../drop-sector-plan.server.ts'
import { sectorPlanAddress, sectorPlansAddress, sectorPlanTexts } from '../plan-words.ts'
import { readSectorPlan } from '../read-sector-plan.server.ts'
import type { Route } from './+types/edit-sector-plan.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const found = await readSectorPlan(ctx, { caseId: idParam(params.caseId), planId: idParam(params.planId) })
  if (!found.may.change) throw new NotFound('may not')
  return { page: found }
})

export const action = formAction(async ({ ctx, params, form, values }) => {
  const [caseId, planId] = [idParam(params.caseId), idParam(params.planId)]
  if (values['intent'] === 'drop') {
    await dropSectorPlan(ctx, { caseId, planId, seenRevision: values['seenRevision'], reason: values['reason'] })
    return redirect(`${sectorPlansAddress(caseId)}?gemt=1`)
  }
  await changeSectorPlan(ctx, { ...values, ...dateValues(form, planDates), caseId, planId })
  return redirect(`${sectorPlanAddress(caseId, planId)}?gemt=1`)
})

export default function EditSectorPlan({ loaderData: { page: d }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = sectorPlanTexts(locale)
  const errors = errorsIn(actionData, locale)
  const stale = isRefused(actionData) && actionData.conflict?.code === 'stale'
  return (
    <>
      <title>{`${m.editTitle} – ${d.familyName}`}</title>
      <BackLink href={sectorPlanAddress(d.caseId, d.plan.id)}>{d.plan.title || d.kindLabel}</BackLink>
      <ErrorSummary errors={errors} />
      {stale && (
        <Alert tone="warning" title={m.staleTitle}>
          {m.stale}
        </Alert>
      )}
      <PageHead title={m.editTitle} lead={d.plan.title || d.kindLabel} />
      <Form errors={errors} summaryElsewhere guard>
        <input type="hidden" name="seenRevision" value={seenRevision(actionData, null, d.plan.revision)} />
        <PlanFields
          v={typed(actionData, null)}
          plan={d.plan}
          departments={d.departments}
          team={d.team}
          stated={d.plan.sector === 'coordination'}
          statedOpen={'statedName' in errors}
        />
        <ButtonGroup>
          <SubmitButton>{m.save}</SubmitButton>
          <LinkButton variant="quiet" href={sectorPlanAddress(d.caseId, d.plan.id)}>
            {m.cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
      <form method="post">
        <CsrfInput />
        <input type="hidden" name="intent" value="drop" />
        <input type="hidden" name="seenRevision" value={d.plan.revision} />
        <ConfirmButton label={m.drop} question={m.dropQuestion} confirm={m.dropConfirm} variant="quiet">
          <TextField name="reason" label={m.dropReason} />
        </ConfirmButton>
      </form>
    </>
  )
}
