import { pick } from '#app/platform/i18n/messages.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { FamilyLogView } from '../components/family-log.tsx'
import { da, en } from '../messages.ts'
import { readFamilyLog } from '../read-family-log.server.ts'
import type { Route } from './+types/family-log.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const months = new URL(request.url).searchParams.get('maaneder') === '12' ? 12 : 3
  return { log: await readFamilyLog(ctx, { caseId: idParam(params.caseId), months }), today: ctx.today, locale: ctx.locale, months }
})

/** Who has seen the family's information. */
export default function FamilyLogPage({ loaderData: { log, today, locale, months } }: Route.ComponentProps) {
  const { title } = pick(locale, { da, en })
  return <>
    <title>{`${title.staff} – Helhed`}</title>
    <h1>{title.staff}</h1>
    <FamilyLogView log={log} today={today} months={months} />
  </>
}
