import { redirect } from 'react-router'
import { Invalid, NotFound } from '#app/platform/context.ts'
import type { Values } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { aboutNobody, askedField, askedRows } from '../ask-values.ts'
import { AskCheck, AskForm } from '../components/ask-form.tsx'
import { consentHref } from '../components/consent-cards.tsx'
import { da, en } from '../messages.ts'
import { proposeConsents } from '../propose-consents.server.ts'
import { readConsentPage } from '../read-consent-page.server.ts'
import type { Route } from './+types/new-consent.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const { caseId, offers, consents, people, inIntake, labels, today, shield, may } = await readConsentPage(ctx, {
    caseId: idParam(params.caseId),
  })
  if (!may.register) throw new NotFound('may not')
  return { locale: ctx.locale, caseId, shield, page: { offers, consents, people, inIntake, labels, today } }
})

export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  if (values['intent'] === 'change') return { step: 'change' as const, rows: [], kept: values }
  const { offers, today } = await readConsentPage(ctx, { caseId })
  const rows = askedRows(values, offers, today)
  const nobody = aboutNobody(values)
  if (nobody.length > 0) throw new Invalid(nobody.map((code) => ({ field: `who.${code}`, message: { da: da.ask.nobody, en: en.ask.nobody } })))
  if (rows.length === 0) throw new Invalid([{ field: 'templates', message: { da: da.ask.choose, en: en.ask.choose } }])
  const unclear = rows.find((r) => r.until === 'impossible' || (offers.find((o) => o.code === r.template)?.parties && r.party === ''))
  if (unclear) {
    const field = unclear.until === 'impossible' ? 'until' : 'party'
    throw new Invalid([
      {
        field: `${field}.${unclear.template}`,
        message:
          field === 'party' ? { da: da.ask.party, en: en.ask.party } : { da: 'Skriv en dato, der findes', en: 'Write a date that exists' },
      },
    ])
  }
  if (values['intent'] !== 'save') return { step: 'check' as const, rows, kept: values }
  try {
    await proposeConsents(ctx, { caseId, consents: rows })
  } catch (error) {
    if (error instanceof Invalid) throw new Invalid(error.issues.map((i) => ({ ...i, field: askedField(i.field, rows) })))
    throw error
  }
  return redirect(`${consentHref(caseId)}?gemt=1`)
})

/** Choose what the family is asked, about whom, until when; then check it; then it is ready to be answered. */
export default function NewConsent({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const { errors, values } = refusal(d.locale, actionData)
  const step = actionData && 'step' in actionData ? actionData : null
  const checking = step?.step === 'check'
  const title = checking ? m.ask.checkTitle : m.ask.title
  return (
    <>
      <title>{`${title} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <BackLink href={consentHref(d.caseId)}>{m.page.back}</BackLink>
      <PageHead title={title} lead={checking ? m.ask.checkLead : m.ask.lead} />
      {d.shield && (
        <Alert tone="warning" title={m.page.shield} live={false}>
          {m.page.shieldText}
        </Alert>
      )}
      {checking ? (
        <AskCheck page={d.page} rows={step.rows} values={step.kept} />
      ) : (
        <AskForm page={d.page} errors={errors} values={values ?? step?.kept ?? null} />
      )}
    </>
  )
}
