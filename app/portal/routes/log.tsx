import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { FamilyLogView } from '#app/rights/components/family-log.tsx'
import { da, en } from '#app/rights/messages.ts'
import { readFamilyLog } from '#app/rights/read-family-log.server.ts'
import { useLocale } from '#app/ui/context.tsx'
import type { Route } from './+types/log.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const months = new URL(request.url).searchParams.get('maaneder') === '12' ? 12 : 3
  return { log: await readFamilyLog(ctx, { months }), today: ctx.today, months }
})

/** "Hvem har set vores oplysninger": what this member may know of it. */
export default function Log({ loaderData: { log, today, months } }: Route.ComponentProps) {
  const { title } = pick(useLocale(), { da, en })
  return (
    <>
      <title>{title.family}</title>
      <h1>{title.family}</h1>
      <FamilyLogView log={log} today={today} months={months} />
    </>
  )
}
