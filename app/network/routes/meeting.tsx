import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { chooseForMeeting } from '../choose-for-meeting.server.ts'
import { choicesOf, MeetingForm } from '../components/meeting-form.tsx'
import { WhoChooses } from '../components/who-chooses.tsx'
import { mapLink } from '../map-address.ts'
import { networkTexts } from '../map-words.ts'
import { readNetwork } from '../read-network.server.ts'
import type { Route } from './+types/meeting.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const network = await readNetwork(ctx, { caseId: idParam(params.caseId) })
  const asked = Number(new URL(request.url).searchParams.get('for'))
  const wishedBy = network.may.chooseFor.find((id) => id === asked) ?? network.may.chooseFor[0]
  if (wishedBy === undefined) throw new NotFound('wishes')
  return { locale: ctx.locale, network, wishedBy }
})
export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  await chooseForMeeting(ctx, { ...withDates(values, ['onBehalfOn']), caseId, choices: choicesOf(values) })
  return redirect(`/familier/${caseId}/netvaerk?gemt=1#moede`)
})

/** Who comes to the next meeting, at each one's word. */
export default function MeetingWishes({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = networkTexts(d.locale)
  const { errors, values } = refusal(d.locale, actionData)
  const link = mapLink(`/familier/${d.network.caseId}/netvaerk`)
  return (
    <>
      <title>{`${m.meeting} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <BackLink href={link('')}>{m.back}</BackLink>
      <PageHead title={m.meeting} lead={m.meetingLead} />
      <WhoChooses page={d.network} chosen={d.wishedBy} link={link} />
      <MeetingForm key={d.wishedBy} page={d.network} wishedBy={d.wishedBy} errors={errors} values={values} cancelHref={link('')} />
    </>
  )
}
