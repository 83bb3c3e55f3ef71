import { linkSecretIn } from '#app/invitations/link.server.ts'
import { guestPulse, guestWall } from '../guest-wall.server.ts'
import type { Route } from './+types/guest-now.ts'

/** What stands now for the guest; `?puls=1`: only the number that tells whether it has changed. */
export async function loader({ params, request }: Route.LoaderArgs): Promise<Response> {
  const secret = linkSecretIn(request, params.token)
  if (new URL(request.url).searchParams.has('puls')) {
    const pulse = await guestPulse(params.token, secret)
    return Response.json({ pulse }, { status: pulse === null ? 401 : 200 })
  }
  const wall = await guestWall(params.token, secret)
  return Response.json(wall, { status: wall === null ? 404 : 200 })
}
