import { Forbidden, NotFound, SignedOut } from '#app/platform/context.ts'
import { idParam, signedIn } from '#app/platform/pages.server.ts'
import { askedIn } from '../asked.ts'
import { readRoom } from '../read-room.server.ts'
import { readWall } from '../read-wall.server.ts'
import type { Route } from './+types/now.ts'

/** What stands now, for a screen that heard the pulse. `?skaerm=tavle`: the wall; otherwise the leader's, with what the address asks about. */
export async function loader({ context, params, request }: Route.LoaderArgs): Promise<Response> {
  const known = context.get(signedIn)
  if (!known) return Response.json(null, { status: 401 })
  const asked = new URL(request.url).searchParams
  try {
    const where = { caseId: idParam(params.caseId), meetingId: idParam(params.meetingId) }
    if (asked.get('skaerm') === 'tavle') return Response.json((await readWall(known.ctx, where)).page)
    return Response.json((await readRoom(known.ctx, { ...where, ...askedIn(asked) })).page)
  } catch (error) {
    if (error instanceof SignedOut) return Response.json(null, { status: 401 })
    if (error instanceof NotFound || error instanceof Forbidden) return Response.json(null, { status: 404 })
    throw error
  }
}
