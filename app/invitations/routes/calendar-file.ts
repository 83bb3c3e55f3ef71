import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { asFile, readCalendarFile } from '../read-invitation.server.ts'
import type { Route } from './+types/calendar-file.ts'

/** One's own meeting as a file for the calendar. */
export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const { event, now } = await readCalendarFile(ctx, { caseId: idParam(params.caseId), meetingId: idParam(params.meetingId) })
  return asFile(event, now)
})
