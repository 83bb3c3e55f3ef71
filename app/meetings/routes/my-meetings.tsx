import { invitationTexts } from '#app/invitations/words.ts'
import { page } from '#app/platform/pages.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { MeetingTable } from '../components/meeting-table.tsx'
import { readMyMeetings } from '../read-meetings.server.ts'
import { meetingTexts } from '../words.ts'
import type { Route } from './+types/my-meetings.ts'

export const loader = page(async ({ ctx }) => readMyMeetings(ctx, {}))

/** The meetings to come in all the families that the actor reaches. */
export default function MyMeetings({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = meetingTexts(locale).mine
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <PageHead title={m.title} lead={m.lead} action={<LinkButton href="/i-dag/kalender">{invitationTexts(locale).feedTitle}</LinkButton>} />
      {d.meetings.length === 0 ? <EmptyState title={m.empty}>{m.emptyText}</EmptyState> : <MeetingTable caption={m.title} rows={d.meetings} families={d.families} />}
    </>
  )
}
