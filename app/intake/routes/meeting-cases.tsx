import { redirect } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { recommend } from '../call-meeting.server.ts'
import { CasePage } from '../components/case-on-a-page.tsx'
import { asRefused, ConflictNotice } from '../components/refused.tsx'
import { da, en } from '../meeting-messages.ts'
import { readMeeting } from '../read-meeting.server.ts'
import type { Route } from './+types/meeting-cases.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readMeeting(ctx, { meetingId: idParam(params.meetingId) }))

export const action = formAction(
  async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
    const meetingId = idParam(params.meetingId)
    await recommend(ctx, { ...values, meetingId })
    return redirect(`/optagelse/moede/${meetingId}/sider#sag-${String(values.caseId)}`)
  },
)

/** The meeting's families, each on a sheet of its own; prints as it stands. */
export default function MeetingCases({ loaderData: meeting, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  const title = m.pagesTitle(formatDate(locale, meeting.heldOn))
  return (
    <>
      <title>{`${title} – Helhed`}</title>
      <div className="d-print-none">
        <BackLink href={`/optagelse/moede/${meeting.id}`}>{m.backToMeeting}</BackLink>
      </div>
      <ConflictNotice refused={refused} />
      <PageHead title={title} lead={m.pagesLead} />
      <div className="d-print-none">
        <Note icon="info">{m.print}</Note>
      </div>
      {meeting.cases.map((one) => (
        <CasePage key={one.caseId} page={one} refused={refused} />
      ))}
    </>
  )
}
