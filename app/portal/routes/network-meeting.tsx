import { redirect } from 'react-router'
import { chooseForMeeting } from '#app/network/choose-for-meeting.server.ts'
import { choicesOf, MeetingForm } from '#app/network/components/meeting-form.tsx'
import { WhoChooses } from '#app/network/components/who-chooses.tsx'
import { mapLink } from '#app/network/map-address.ts'
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
import type { Route } from './+types/network-meeting.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const search = new URL(request.url).searchParams
  const found = await readMyNetwork(ctx, { caseId: search.get('sag') })
  if (found.page === null) throw redirect('/min/netvaerk')
  const may = found.page.may.chooseFor
  const wishedBy = may.find((id) => id === Number(search.get('for'))) ?? may.find((id) => id === ctx.actor.id) ?? may[0]
  if (wishedBy === undefined) throw new NotFound('wishes')
  return { network: found.page, wishedBy }
})
export const action = formAction(async ({ ctx, request, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = Number(new URL(request.url).searchParams.get('sag'))
  await chooseForMeeting(ctx, { caseId, wishedBy: values['wishedBy'], choices: choicesOf(values) })
  return redirect(`${inCase('/min/netvaerk', caseId, { gemt: '1' })}#moede`)
})

/** "Hvem skal med til næste møde?": the family's own choice. */
export default function MyMeeting({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = networkTexts(locale)
  const { errors, values } = refusal(locale, actionData)
  const back = inCase('/min/netvaerk', d.network.caseId)
  return (
    <>
      <title>{m.meeting}</title>
      <ErrorSummary errors={errors} />
      <BackLink href={back}>{m.mine}</BackLink>
      <PageHead title={m.meeting} lead={m.meetingLead} />
      <WhoChooses page={d.network} chosen={d.wishedBy} link={mapLink('/min/netvaerk', { sag: String(d.network.caseId) })} />
      <MeetingForm key={d.wishedBy} page={d.network} wishedBy={d.wishedBy} errors={errors} values={values} cancelHref={back} />
    </>
  )
}
