import { redirect } from 'react-router'
import { TieForm } from '#app/network/components/tie-form.tsx'
import { drawTie } from '#app/network/draw-tie.server.ts'
import { networkTexts } from '#app/network/map-words.ts'
import { NotFound } from '#app/platform/context.ts'
import type { Values } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { inCase } from '../portal-words.ts'
import { readMyNetwork } from '../read-my-network.server.ts'
import type { Route } from './+types/network-tie.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const search = new URL(request.url).searchParams
  const found = await readMyNetwork(ctx, { caseId: search.get('sag') })
  if (found.page === null) throw redirect('/min/netvaerk')
  if (found.page.may.drawFor.length === 0) throw new NotFound('tie')
  return { network: found.page, to: search.get('til') }
})
export const action = formAction(async ({ ctx, request, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = Number(new URL(request.url).searchParams.get('sag'))
  await drawTie(ctx, { ...values, caseId, saidBy: ctx.actor.id })
  return redirect(inCase('/min/netvaerk', caseId, { gemt: '1' }))
})

/** One's own tie: how is it for you? */
export default function MyTie({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = networkTexts(locale)
  const { errors, values } = refusal(locale, actionData)
  const back = inCase('/min/netvaerk', d.network.caseId)
  return (
    <>
      <title>{m.tieTitle}</title>
      <ErrorSummary errors={errors} />
      <BackLink href={back}>{m.mine}</BackLink>
      <PageHead title={m.tieTitle} lead={m.tieLeadMine} />
      <TieForm page={d.network} to={d.to} errors={errors} values={values} cancelHref={back} />
    </>
  )
}
