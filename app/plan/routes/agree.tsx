import { redirect } from 'react-router'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { words } from '#app/platform/i18n/words.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { da, en } from '../approval-messages.ts'
import { ApprovalChain } from '../components/approval-chain.tsx'
import { MissingList } from '../components/missing-list.tsx'
import { errorsIn, typed } from '../components/typed.ts'
import { dateValues } from '../date-values.server.ts'
import { makeVersion } from '../make-version.server.ts'
import { missingAddress } from '../plan-addresses.ts'
import { planTexts } from '../plan-words.ts'
import { readPlan } from '../read-plan.server.ts'
import type { Route } from './+types/agree.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => ({
  plan: await readPlan(ctx, { caseId: idParam(params.caseId) }),
}))

export const action = formAction(async ({ ctx, params, form, values }) => {
  const caseId = idParam(params.caseId)
  await makeVersion(ctx, { ...values, ...dateValues(form, ['agreedOn']), caseId })
  return redirect(`/familier/${caseId}/planen?gemt=1#enighed`)
})

/** Agreeing a version: what is missing first, then when and where it was agreed. */
export default function Agree({ loaderData: { plan }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = planTexts(locale)
  const { rules } = plan
  const a = pick(locale, { da, en })
  const base = `/familier/${plan.caseId}/planen`
  const number = (plan.versions[0]?.number ?? 0) + 1
  // What is missing stands in its own list with links; only the form's own fields are summed up.
  const errors = Object.fromEntries(
    Object.entries(errorsIn(actionData, locale)).filter(([field]) => !/^(plan|goal|activity|terms)\./.test(field)),
  )
  const v = typed(actionData, null)
  const title = m.makeVersion(number)
  return (
    <>
      <title>{`${title} – ${plan.familyName}`}</title>
      <BackLink href={base}>{m.backToPlan}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHead title={title} lead={m.makeVersionLead} />
      {!plan.may.makeVersion ? (
        <Alert live={false}>{m.mayAgreeOnly}</Alert>
      ) : plan.missing.length > 0 ? (
        <MissingList
          missing={plan.missing}
          today={plan.today}
          owner={plan.team.find((h) => h.role === 'coordinator')?.name ?? null}
          href={(item) => missingAddress(plan.caseId, item)}
        />
      ) : (
        <Form errors={errors} summaryElsewhere>
          <p>{m.missingNothing}</p>
          <p>
            {m.approvedBy[rules.approvedBy]} {rules.neverDecides.map((meeting) => m.neverDecides(meeting)).join(' ')}{' '}
            {m.measuresApprovedBy[rules.measuresApprovedBy]}
          </p>
          <ApprovalChain
            level={2}
            version={null}
            rules={rules}
            activities={plan.activities}
            decisions={plan.decisions}
            today={plan.today}
          />
          <DateFields name="agreedOn" legend={m.agreedOn} value={v.date('agreedOn', plan.today)} />
          {rules.approvedBy === 'network-meeting' && (
            <Checkbox name="atMeeting" label={m.atMeeting} checked={v.checked('atMeeting')} />
          )}
          <TextField name="present" label={a.present} hint={a.presentHint} value={v.text('present')} optional width="full" />
          <ButtonGroup>
            <SubmitButton>{title}</SubmitButton>
            <LinkButton variant="quiet" href={base}>
              {words(locale).cancel}
            </LinkButton>
          </ButtonGroup>
        </Form>
      )}
    </>
  )
}
