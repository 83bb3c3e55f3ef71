import { visitor } from '#app/platform/pages.server.ts'
import { isRateLimited } from '#app/platform/http/rate-limit.server.ts'
import { publicUrl } from '#app/platform/messages/transport.server.ts'
import { readFeed } from '../feed.server.ts'
import type { Route } from './+types/feed.ts'

/** What a calendar program fetches. Without a session: the secret in the address opens this file, and nothing else. */
export async function loader({ context, params }: Route.LoaderArgs) {
  if (await isRateLimited('calendarFeed', context.get(visitor).address)) return new Response(null, { status: 429 })
  const file = await readFeed(params.file.replace(/\.ics$/, ''), publicUrl())
  if (file === null) return new Response(null, { status: 404 })
  return new Response(file, { headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'no-store' } })
}
