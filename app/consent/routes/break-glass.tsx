import { redirect } from 'react-router'
import { typed, type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatInstant, formatShortDate } from '#app/platform/time/format.ts'
import { ButtonGroup, ConfirmButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { breakGlass, readGlass, withholdFromLog } from '../break-glass.server.ts'
import { WithholdForm } from '../components/withhold-form.tsx'
import { da, en } from '../messages.ts'
import type { Route } from './+types/break-glass.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => ({
  locale: ctx.locale,
  now: ctx.now,
  today: ctx.today,
  ...(await readGlass(ctx, {})),
}))

export const action = formAction(async ({ ctx, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  if (String(values['intent'] ?? '').startsWith('hide')) {
    await withholdFromLog(ctx, withDates(values, ['until']))
    return redirect('/noedadgang')
  }
  const { caseIds } = await breakGlass(ctx, values)
  return caseIds.length === 0 ? { none: true as const } : redirect(`/familier/${caseIds[0]}`)
})

/** Emergency access: the whole CPR number and a reason. Everybody else is told who to call. */
export default function EmergencyAccess({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const { errors, values } = refusal(d.locale, actionData, 'open')
  return (
    <>
      <title>{`${m.glass.title} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <PageHead title={m.glass.title} lead={m.glass.lead} />
      {actionData && 'none' in actionData && <Alert>{m.glass.none}</Alert>}
      {d.may.break ? (
        <Form errors={errors} summaryElsewhere>
          <input type="hidden" name="intent" value="open" />
          <TextField name="cpr" label={m.glass.cpr} inputMode="numeric" width="s" value={typed(values, 'cpr')} />
          <TextArea name="reason" label={m.glass.reason} hint={m.glass.reasonHint} value={typed(values, 'reason')} />
          <ButtonGroup>
            <ConfirmButton label={m.glass.open} question={m.glass.question} confirm={m.glass.open} variant="primary" />
          </ButtonGroup>
        </Form>
      ) : (
        <Alert tone="warning" live={false}>
          {m.glass.not}
        </Alert>
      )}
      {d.may.withhold && d.glass.length > 0 && (
        <>
          <h2>{m.glass.mine}</h2>
          {d.glass.map((g) => (
            <Card key={g.id} level={3} title={`${g.caseNumber} · ${g.staffName}`} aside={formatInstant(d.locale, g.grantedAt)}>
              <p>{g.reason}</p>
              <p>
                {g.hiddenUntil && g.hiddenUntil >= d.today
                  ? m.basis.hidden(formatShortDate(d.locale, g.hiddenUntil, d.today))
                  : `${m.glass.shown}: ${m.glass.shownNow}`}
              </p>
              {g.until > d.now && (
                <p>
                  <a href={`/familier/${g.caseId}`}>{m.glass.go}</a>
                </p>
              )}
              <WithholdForm kind="break-glass" id={g.id} refused={refusal(d.locale, actionData, `hide.${g.id}`)} />
            </Card>
          ))}
        </>
      )}
    </>
  )
}
