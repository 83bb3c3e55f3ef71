import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** The screens of a meeting while it lasts: no shell around them, nothing but the meeting. */
export const meetingRoomRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/moeder/:meetingId/tavle', 'routes/wall.tsx'),
  route('familier/:caseId/moeder/:meetingId/tavle/leder', 'routes/leader.tsx'),
  route('familier/:caseId/moeder/:meetingId/tavle/skriv', 'routes/write.ts'),
  route('familier/:caseId/moeder/:meetingId/tavle/nu', 'routes/now.ts'),
  route('moede/:token/tavle', 'routes/guest-wall.tsx'),
  route('moede/:token/tavle/nu', 'routes/guest-now.ts'),
]
