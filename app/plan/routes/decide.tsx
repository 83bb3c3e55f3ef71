import { redirect } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { words } from '#app/platform/i18n/words.ts'
import { NotFound } from '#app/platform/context.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Fieldset, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { da, en } from '../approval-messages.ts'
import { outcomes } from '../approval.ts'
import { Readability } from '../components/readability.tsx'
import { errorsIn, typed } from '../components/typed.ts'
import { dateValues } from '../date-values.server.ts'
import { decideMeasure } from '../decide-measure.server.ts'
import { channels } from '../plan.ts'
import { planTexts, sectorName } from '../plan-words.ts'
import { readPlan } from '../read-plan.server.ts'
import type { Route } from './+types/decide.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const plan = await readPlan(ctx, { caseId: idParam(params.caseId) })
  const activity = plan.activities.find((a) => a.id === idParam(params.activityId))
  if (!activity?.needsApproval || (!plan.may.quoteDecisions && plan.may.decides.length === 0)) throw new NotFound('activity')
  return { plan, activity }
})

export const action = formAction(async ({ ctx, params, form, values }) => {
  const caseId = idParam(params.caseId)
  await decideMeasure(ctx, { ...values, ...dateValues(form, ['decidedOn']), caseId, activityId: idParam(params.activityId) })
  return redirect(`/familier/${caseId}/planen?gemt=1#enighed`)
})

/** What a manager answered about help that costs something. The coordinator only writes down what an authority has decided. */
export default function Decide({ loaderData: { plan, activity }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const p = planTexts(locale)
  const v = typed(actionData, null)
  const base = `/familier/${plan.caseId}/planen`
  const quotes = plan.may.decides.length === 0
  const title = m.decideTitle(activity.what || p.noTitle)
  const sectors = Object.entries(p.sectors).filter(([code]) => code !== 'coordination')
  return (
    <>
      <title>{`${title} – ${plan.familyName}`}</title>
      <BackLink href={base}>{p.backToPlan}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      <PageHead title={title} lead={quotes ? m.decideLead : m.decideOwnLead} />
      <Form errors={errorsIn(actionData, locale)} summaryElsewhere guard>
        <RadioGroup
          name="outcome"
          legend={m.answer}
          value={v.text('outcome')}
          choices={outcomes.map((o) => ({ value: o, label: m.choose[o] }))}
        />
        <TextField name="instead" label={m.instead} value={v.text('instead')} optional width="full" />
        <TextArea
          name="reason"
          label={m.reason}
          hint={m.reasonHint}
          value={v.text('reason')}
          rows={3}
          optional
          below={<Readability name="reason" text={v.text('reason')} />}
        />
        <DateFields name="decidedOn" legend={m.decidedOn} value={v.date('decidedOn', plan.today)} />
        {quotes && (
          <Fieldset legend={m.authority}>
            <Note icon="info">{m.notProject}</Note>
            <TextField name="statedName" label={m.statedName} value={v.text('statedName')} />
            <Select
              name="statedSector"
              label={m.statedSector}
              value={v.text('statedSector', activity.stated?.sector ?? (activity.sector === 'coordination' ? '' : activity.sector))}
              placeholder={m.chooseSector}
              options={sectors.map(([code]) => ({ value: code, label: sectorName(p, code) }))}
            />
            <RadioGroup
              name="statedChannel"
              legend={m.statedChannel}
              inline
              value={v.text('statedChannel', 'meeting')}
              choices={channels.map((c) => ({ value: c, label: m.channel[c] }))}
            />
          </Fieldset>
        )}
        <ButtonGroup>
          <SubmitButton>{words(locale).save}</SubmitButton>
          <LinkButton variant="quiet" href={base}>
            {words(locale).cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
}
