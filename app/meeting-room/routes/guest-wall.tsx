import { data } from 'react-router'
import { isLinkLimited, linkSecretIn } from '#app/invitations/link.server.ts'
import { pageLocale, visitor } from '#app/platform/pages.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { LocaleProvider } from '#app/ui/context.tsx'
import { GuestWall } from '../components/guest-wall.tsx'
import { guestWall } from '../guest-wall.server.ts'
import type { Route } from './+types/guest-wall.ts'

/** The wall by the link of the invitation, for who never signs in. Every way in which it is closed looks the same. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const limited = await isLinkLimited(context.get(visitor))
  const wall = limited ? null : await guestWall(params.token, linkSecretIn(request, params.token))
  return data({ wall, locale: context.get(pageLocale), today: wall ? copenhagenDay(wall.now) : '', token: params.token }, { status: limited ? 429 : wall ? 200 : 404 })
}

export default function GuestWallPage({ loaderData: { wall, locale, today, token } }: Route.ComponentProps) {
  return (
    <LocaleProvider locale={locale}>
      <GuestWall first={wall} today={today} token={token} />
    </LocaleProvider>
  )
}
