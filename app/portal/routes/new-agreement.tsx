import { redirect } from 'react-router'
import { actOnAgreement } from '#app/agreements/act-on-agreement.server.ts'
import { actedParam } from '#app/agreements/components/acted-toast.tsx'
import { AgreementForm } from '#app/agreements/components/agreement-form.tsx'
import { agreementTexts } from '#app/agreements/words.ts'
import { NotFound } from '#app/platform/context.ts'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { errorsIn } from '#app/plan/components/typed.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { inCase } from '../portal-words.ts'
import { readMyAgreements } from '../read-my-agreements.server.ts'
import type { Route } from './+types/new-agreement.ts'

const draftName = (caseId: number) => `portal.agreement.${caseId}`

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const { page: d } = await readMyAgreements(ctx, { caseId: new URL(request.url).searchParams.get('sag') })
  if (d === null) throw redirect('/min/aftaler')
  if (!d.make) throw new NotFound('agreement')
  return { d, draft: await findDraft(ctx, draftName(d.caseId)) }
})

export const action = formAction(async ({ ctx, request, form, values }) => {
  const { page: d } = await readMyAgreements(ctx, { caseId: new URL(request.url).searchParams.get('sag') })
  if (d === null) throw new NotFound('case')
  const acted = await actOnAgreement(ctx, d.caseId, form, values)
  await dropDraft(ctx, draftName(d.caseId))
  return redirect(inCase('/min/aftaler', d.caseId, { gjort: actedParam(acted) }))
})

/** One's own agreement, in one's own words. */
export default function NewAgreement({ loaderData: { d, draft }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = agreementTexts(locale)
  const back = inCase('/min/aftaler', d.caseId)
  return (
    <>
      <title>{m.portalAdd}</title>
      <BackLink href={back}>{m.back}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      <PageHead title={m.portalAdd} />
      <AgreementForm page={d} data={actionData} draft={draft} draftUrl={`/kladde/${draftName(d.caseId)}`} cancelHref={back} />
    </>
  )
}
