import { redirect, useSearchParams } from 'react-router'
import { typed, typedDate, type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { ActionButton, ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Badge, Details, DueDate } from '#app/ui/text.tsx'
import { ConflictAlert } from '../components/conflict.tsx'
import { da, en } from '../messages.ts'
import { addExitStep, checkOffer, dropExitStep, planExit } from '../plan-exit.server.ts'
import { type PlannedExitPage, readPlannedExit } from '../read-exit.server.ts'
import type { Route } from './+types/plan-exit.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const { shelfIds: _shelves, ...plan } = await readPlannedExit(ctx, { caseId: idParam(params.caseId) })
  return { ...plan, shelfIds: [] as number[] }
})

export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  const input = { ...withDates(values, ['expectedOn', 'onDate']), caseId }
  switch (values['intent']) {
    case 'step':
    case 'offer':
      await addExitStep(ctx, { ...input, kind: values['intent'] })
      break
    case 'check':
      await checkOffer(ctx, input)
      break
    case 'drop':
      await dropExitStep(ctx, { ...input, reason: pick(ctx.locale, { da, en }).dropStepReason })
      break
    default:
      await planExit(ctx, input)
  }
  return redirect(`/familier/${caseId}/optagelse/plan-afslutning?gemt=1`)
})

/** CAT-02: when, how the help is stepped down, and what takes over; each next offer is checked for being ready. */
export default function PlanExit({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const plan = refusal(locale, actionData, 'plan')
  const failed = ['plan', 'step', 'offer', 'check'].map((intent) => refusal(locale, actionData, intent).errors).find((errors) => errors !== null)
  const notReady = d.steps.filter((s) => s.kind === 'offer' && s.ready !== 'ready').length
  return (
    <>
      <title>{`${m.planTitle}, ${d.name} – Helhed`}</title>
      <ErrorSummary errors={failed ?? null} />
      <ConflictAlert conflict={refusal(locale, actionData).conflict} />
      <BackLink href={`/familier/${d.caseId}/optagelse`}>{m.back}</BackLink>
      <PageHead title={m.planTitle} lead={m.planLead} />
      {useSearchParams()[0].has('gemt') && !failed && <Toast>{m.saved}</Toast>}
      {d.plan ? (
        <Card title={m.planned(formatDate(locale, d.plan.expectedOn))} aside={d.plan.why} accent>
          <DueDate date={d.plan.expectedOn} today={d.today} kind="event" />
          {d.plan.words && <p>{d.plan.words}</p>}
          {notReady > 0 && <Alert tone="warning" level={3} title={m.notReadyWarning(notReady)} live={false} />}
        </Card>
      ) : (
        <EmptyState title={m.plannedNone}>{m.plannedNoneBody}</EmptyState>
      )}
      {d.may && !d.closed && (
        <Details summary={d.plan ? m.changePlan : m.toPlan} open={!d.plan || plan.errors !== null}>
          <Form errors={plan.errors} summaryElsewhere>
            <input type="hidden" name="intent" value="plan" />
            <input type="hidden" name="seenRevision" value={d.plan?.revision ?? 0} />
            <DateFields name="expectedOn" legend={m.expectedOn} value={typedDate(plan.values, 'expectedOn', d.plan?.expectedOn ?? null)} />
            <Select name="reason" label={m.planReason} options={d.reasons} value={typed(plan.values, 'reason', d.plan?.reason ?? '')} placeholder={true} optional />
            <TextArea name="words" label={m.planWords} hint={m.planWordsHint} rows={4} value={typed(plan.values, 'words', d.plan?.words ?? '')} optional />
            <SubmitButton>{m.savePlan}</SubmitButton>
          </Form>
        </Details>
      )}
      {d.plan && <Steps kind="step" d={d} actionData={actionData} />}
      {d.plan && <Steps kind="offer" d={d} actionData={actionData} />}
      {d.may && !d.closed && (
        <ButtonGroup>
          <LinkButton href={`/familier/${d.caseId}/optagelse/afslut`}>{m.toClose}</LinkButton>
        </ButtonGroup>
      )}
    </>
  )
}

const Steps = ({ kind, d, actionData }: { kind: 'step' | 'offer'; d: PlannedExitPage; actionData: unknown }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const rows = d.steps.filter((s) => s.kind === kind)
  const { errors, values } = refusal(locale, actionData, kind)
  const writes = d.may && !d.closed
  return (
    <Card title={kind === 'step' ? m.stepsTitle : m.offersTitle}>
      {rows.length === 0 && <p>{kind === 'step' ? m.stepsNone : m.offersNone}</p>}
      {rows.map((row) => (
        <section key={row.id} className="keep-together">
          <h3>
            {row.what} <span className="weight-normal">{m.from(formatDate(locale, row.onDate))}</span>
          </h3>
          {(row.who || row.contact) && <p>{[row.who, row.contact].filter(Boolean).join(' · ')}</p>}
          {kind === 'offer' && <Ready row={row} writes={writes} />}
          {writes && <ActionButton action={`/familier/${d.caseId}/optagelse/plan-afslutning`} fields={{ intent: 'drop', stepId: row.id }} label={m.dropStep} describe={row.what} variant="quiet" />}
        </section>
      ))}
      {writes && (
        <Details summary={kind === 'step' ? m.addStep : m.addOffer} open={errors !== null}>
          <Form prefix={kind} errors={errors}>
            <input type="hidden" name="intent" value={kind} />
            <TextField name="what" label={kind === 'step' ? m.stepWhat : m.offerWhat} value={typed(values, 'what')} />
            <DateFields name="onDate" legend={m.onDate} value={typedDate(values, 'onDate')} />
            {kind === 'offer' && <TextField name="who" label={m.offerWho} value={typed(values, 'who')} />}
            {kind === 'offer' && <TextField name="contact" label={m.offerContact} value={typed(values, 'contact')} optional />}
            <SubmitButton variant="secondary">{kind === 'step' ? m.addStep : m.addOffer}</SubmitButton>
          </Form>
        </Details>
      )}
    </Card>
  )
}

const Ready = ({ row, writes }: { row: PlannedExitPage['steps'][number]; writes: boolean }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <>
      <p>
        <Badge tone={row.ready === 'ready' ? 'done' : 'plain'}>{row.ready === 'ready' ? m.ready : row.ready === 'not-ready' ? m.notReady : m.notChecked}</Badge>{' '}
        {[row.checkedOn && m.checked(formatDate(locale, row.checkedOn)), row.readyWords].filter(Boolean).join(' · ')}
      </p>
      {writes && (
        <Details summary={m.readyAsk}>
          <Form prefix={`c${row.id}`}>
            <input type="hidden" name="intent" value="check" />
            <input type="hidden" name="stepId" value={row.id} />
            <RadioGroup name="ready" legend={m.readyAsk} inline value={row.ready ?? ''} choices={[{ value: 'ready', label: m.ready }, { value: 'not-ready', label: m.notReady }]} />
            <TextField name="readyWords" label={m.readyWords} value={row.readyWords} optional />
            <SubmitButton variant="secondary">{m.checkButton}</SubmitButton>
          </Form>
        </Details>
      )}
    </>
  )
}
