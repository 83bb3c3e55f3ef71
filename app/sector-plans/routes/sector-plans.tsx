import { redirect } from 'react-router'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ConfirmButton, LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { CsrfInput, useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { errorsIn } from '#app/plan/components/typed.ts'
import { PlanList } from '../components/plan-list.tsx'
import { noPlanNeeded } from '../no-plan-needed.server.ts'
import { sectorPlanAddress, sectorPlansAddress, sectorPlanTexts } from '../plan-words.ts'
import { readSectorPlans } from '../read-sector-plans.server.ts'
import type { Route } from './+types/sector-plans.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => ({
  page: await readSectorPlans(ctx, { caseId: idParam(params.caseId) }),
  saved: new URL(request.url).searchParams.has('gemt'),
}))

export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  await noPlanNeeded(ctx, { caseId, kind: values['kind'], subjects: values['personId'], reason: values['reason'] })
  return redirect(`${sectorPlansAddress(caseId)}?gemt=1`)
})

/** Which plans does the law make, and which are missing? */
export default function SectorPlans({ loaderData: { page: d, saved }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = sectorPlanTexts(locale)
  const base = sectorPlansAddress(d.caseId)
  const shown = d.lines.filter((l) => l.state !== 'not-needed' && l.state !== 'ended')
  const past = d.lines.filter((l) => !shown.includes(l))
  return (
    <>
      <title>{`${m.title} – ${d.familyName}`}</title>
      <BackLink href={`/familier/${d.caseId}/planen`}>{m.backToPlan}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      {saved && <Toast>{m.saved}</Toast>}
      <PageHead
        title={m.title}
        lead={m.lead}
        action={
          d.may.write && (
            <LinkButton variant="primary" href={`${base}/ny`}>
              {m.add}
            </LinkButton>
          )
        }
      />
      {d.missing.length > 0 && <Missing page={d} />}
      {shown.length === 0 && (
        <EmptyState title={d.may.write ? m.empty : m.nothing}>{m.emptyText}</EmptyState>
      )}
      <PlanList lines={shown} people={d.people} today={d.today} href={(id) => sectorPlanAddress(d.caseId, id)} />
      {past.length > 0 && <PlanList lines={past} people={d.people} today={d.today} href={(id) => sectorPlanAddress(d.caseId, id)} />}
    </>
  )
}

const Missing = ({ page: d }: Pick<Route.ComponentProps['loaderData'], 'page'>) => {
  const m = sectorPlanTexts(useLocale())
  const base = sectorPlansAddress(d.caseId)
  return (
    <Card title={m.missingTitle} id="mangler" accent>
      <p>{m.missingLead}</p>
      <ul>
        {d.missing.map((one) => (
          <li key={`${one.kind}-${one.personId}`} className="keep-together">
            <p>
              <strong>{m.missingRow(one.kindLabel, one.name)}</strong> <span className="note">{one.paragraph}</span>
            </p>
            {one.mayDecide && (
              <div className="button-row d-print-none">
                <LinkButton variant="quiet" href={`${base}/ny?slags=${one.kind}&om=${one.personId}`}>
                  {m.begin}
                  <span className="sr-only"> {m.missingRow(one.kindLabel, one.name)}</span>
                </LinkButton>
                <form method="post">
                  <CsrfInput />
                  <input type="hidden" name="kind" value={one.kind} />
                  <input type="hidden" name="personId" value={one.personId} />
                  <ConfirmButton label={m.notNeeded} question={m.missingRow(one.kindLabel, one.name)} confirm={m.notNeededSave} variant="quiet">
                    <TextField id={`reason-${one.kind}-${one.personId}`} name="reason" label={m.notNeededWhy} hint={m.notNeededHint} width="full" />
                  </ConfirmButton>
                </form>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
