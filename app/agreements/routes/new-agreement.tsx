import { redirect } from 'react-router'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { errorsIn } from '#app/plan/components/typed.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { actOnAgreement } from '../act-on-agreement.server.ts'
import { actedParam } from '../components/acted-toast.tsx'
import { AgreementForm } from '../components/agreement-form.tsx'
import { readAgreements } from '../read-agreements.server.ts'
import { agreementsAddress, agreementTexts } from '../words.ts'
import type { Route } from './+types/new-agreement.ts'

const draftName = (caseId: number) => `agreement.${caseId}.new`
const numberIn = (value: string | null) => (value && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null)

/** `?moede=7`: made at that meeting. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const caseId = idParam(params.caseId)
  return {
    d: await readAgreements(ctx, { caseId, writing: true }),
    draft: await findDraft(ctx, draftName(caseId)),
    meetingId: numberIn(new URL(request.url).searchParams.get('moede')),
  }
})

export const action = formAction(async ({ ctx, params, form, values }) => {
  const caseId = idParam(params.caseId)
  const acted = await actOnAgreement(ctx, caseId, form, values)
  await dropDraft(ctx, draftName(caseId))
  return redirect(`${agreementsAddress(caseId)}?gjort=${actedParam(acted)}#aftale-${acted.id}`)
})

export default function NewAgreement({ loaderData: { d, draft, meetingId }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = agreementTexts(locale)
  const base = agreementsAddress(d.caseId)
  return (
    <>
      <title>{`${m.add} – ${d.familyName}`}</title>
      <BackLink href={base}>{m.back}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      <PageHead title={m.add} />
      <AgreementForm page={d} data={actionData} draft={draft} draftUrl={`/kladde/${draftName(d.caseId)}`} cancelHref={base} meetingId={meetingId} />
    </>
  )
}
