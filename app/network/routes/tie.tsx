import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { TieForm } from '../components/tie-form.tsx'
import { drawTie } from '../draw-tie.server.ts'
import { networkTexts } from '../map-words.ts'
import { readNetwork } from '../read-network.server.ts'
import type { Route } from './+types/tie.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const network = await readNetwork(ctx, { caseId: idParam(params.caseId) })
  if (network.may.drawFor.length === 0) throw new NotFound('tie')
  return { locale: ctx.locale, network, to: new URL(request.url).searchParams.get('til') }
})
export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  await drawTie(ctx, { ...withDates(values, ['onBehalfOn']), caseId })
  return redirect(`/familier/${caseId}/netvaerk?gemt=1`)
})

/** A tie at somebody's word. */
export default function DrawTiePage({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = networkTexts(d.locale)
  const { errors, values } = refusal(d.locale, actionData)
  const base = `/familier/${d.network.caseId}/netvaerk`
  return (
    <>
      <title>{`${m.tieTitle} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <BackLink href={base}>{m.back}</BackLink>
      <PageHead title={m.tieTitle} lead={m.tieLead} />
      <TieForm page={d.network} to={d.to} errors={errors} values={values} cancelHref={base} />
    </>
  )
}
