import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { LocaleProvider } from '#app/ui/context.tsx'
import { roomAddress } from '../asked.ts'
import { Wall } from '../components/wall.tsx'
import { useLive } from '../components/use-live.ts'
import { readWall } from '../read-wall.server.ts'
import type { Route } from './+types/wall.ts'

/** For the projector: large type, nothing else. */
export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const { page: wall } = await readWall(ctx, { caseId: idParam(params.caseId), meetingId: idParam(params.meetingId) })
  return { wall, locale: ctx.locale, today: ctx.today }
})

export default function WallPage({ loaderData: { wall, locale, today } }: Route.ComponentProps) {
  const base = roomAddress(wall)
  const live = useLive(wall, `${base}/nu?skaerm=tavle`)
  return (
    <LocaleProvider locale={locale}>
      <Wall wall={live.page} today={today} leaderHref={live.page.mayLead ? `${base}/leder` : null} closed={live.gone || live.signedOut} lost={!live.online} />
    </LocaleProvider>
  )
}
