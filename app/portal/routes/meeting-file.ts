import { asFile, readCalendarFile } from '#app/invitations/read-invitation.server.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { meetingCase } from '../meeting-case.server.ts'
import type { Route } from './+types/meeting-file.ts'

/** One's own meeting as a file for the calendar. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const { event, now } = await readCalendarFile(ctx, { caseId: await meetingCase(ctx, request), meetingId: idParam(params.meetingId) })
  return asFile(event, now)
})
