import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { errorsIn, isRefused } from '#app/plan/components/typed.ts'
import { ActionButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Details } from '#app/ui/text.tsx'
import { actOnAgreement } from '../act-on-agreement.server.ts'
import { isOpen, mayChangeText, mayMark, undoable } from '../agreement.ts'
import { actedParam } from '../components/acted-toast.tsx'
import { AgreementForm } from '../components/agreement-form.tsx'
import { AgreementFacts } from '../components/agreement-text.tsx'
import { History } from '../components/history.tsx'
import { MarkForms } from '../components/mark-forms.tsx'
import { readAgreements } from '../read-agreements.server.ts'
import { agreementsAddress, agreementTexts } from '../words.ts'
import type { Route } from './+types/agreement.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const d = await readAgreements(ctx, { caseId: idParam(params.caseId) })
  const agreement = d.agreements.find((a) => a.id === idParam(params.agreementId))
  if (!agreement) throw new NotFound('agreement')
  return { d, agreement, open: new URL(request.url).searchParams.get('hvad') }
})

export const action = formAction(async ({ ctx, params, form, values }) => {
  const caseId = idParam(params.caseId)
  const acted = await actOnAgreement(ctx, caseId, form, { ...values, agreementId: params.agreementId ?? '' })
  return redirect(`${agreementsAddress(caseId)}?gjort=${actedParam(acted)}#aftale-${acted.id}`)
})

/** One agreement: what became of it, and what can be done now. */
export default function AgreementPage({ loaderData: { d, agreement: a, open }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = agreementTexts(locale)
  const base = agreementsAddress(d.caseId)
  return (
    <>
      <title>{`${a.what} – ${d.familyName}`}</title>
      <BackLink href={base}>{m.back}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      {isRefused(actionData) && actionData.conflict?.code === 'stale' && <Alert tone="warning">{m.stale}</Alert>}
      <PageHead title={a.heardBy ? `”${a.what}”` : a.what} />
      <Card>
        <AgreementFacts a={a} today={d.today} who={d.who} />
      </Card>
      {isOpen(a) && mayMark(a, d.who) && <MarkForms a={a} who={d.who} today={d.today} data={actionData} open={open} />}
      {mayChangeText(a, d.who) && (
        <Details summary={m.change} id="ret" open={open === 'ret' || (isRefused(actionData) && actionData.values['intent'] === 'change')}>
          <p className="form-hint">{m.changeHint}</p>
          <AgreementForm page={d} agreement={a} data={isRefused(actionData) && actionData.values['intent'] === 'change' ? actionData : null} cancelHref={base} />
        </Details>
      )}
      {mayMark(a, d.who) && undoable(a) && (
        <ActionButton action={base} fields={{ intent: 'undo', agreementId: a.id, seenRevision: a.revision }} label={m.undo} describe={a.what} />
      )}
      <h2>{m.history}</h2>
      <History a={a} names={d.names} today={d.today} />
    </>
  )
}
