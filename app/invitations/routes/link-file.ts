import { pageLocale, visitor } from '#app/platform/pages.server.ts'
import { publicUrl } from '#app/platform/messages/transport.server.ts'
import { linkMark } from '#app/platform/messages/message.ts'
import { eventFor } from '../compose.ts'
import { isLinkLimited, openLink } from '../link.server.ts'
import { tokenFrom } from '../link.ts'
import { asFile } from '../read-invitation.server.ts'
import type { Route } from './+types/link-file.ts'

/** The meeting of a link as a file for the calendar: what the page tells before the code, nothing more. */
export async function loader({ context, params }: Route.LoaderArgs) {
  if (await isLinkLimited(context.get(visitor))) return new Response(null, { status: 429 })
  const page = await openLink(params.token, '')
  if (page.state !== 'open') return new Response(null, { status: 404 })
  const time = page.slot ? { startsAt: page.slot.from, minutes: page.slot.minutes } : { startsAt: page.startsAt, minutes: page.minutes }
  const event = eventFor(page, time, page.sequence, { locale: context.get(pageLocale), quiet: false, token: tokenFrom(params.token), page: '' }, false)
  return asFile({ ...event, url: event.url.replace(linkMark, publicUrl()), description: event.description.replace(linkMark, publicUrl()) }, new Date().toISOString())
}
