import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { EmptyState } from '#app/ui/card.tsx'
import { da, en } from '../messages.ts'
import type { Route } from './+types/coming.ts'

export const loader = page(async ({ ctx, session }: PageArgs<Route.LoaderArgs>) => ({
  locale: ctx.locale,
  title: session.title,
  roles: session.roles,
  kind: ctx.actor.kind,
}))

/** For roles whose pages come later: what will stand there. */
export default function Coming({ loaderData: d }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const what =
    d.kind === 'national'
      ? m.laterWhat.national
      : d.roles.includes('economist')
        ? m.laterWhat.economist
        : d.roles.includes('steering-group')
          ? m.laterWhat['steering-group']
          : m.laterWhat.other
  return (
    <>
      <title>{`${m.later} – Helhed`}</title>
      <h1>{m.later}</h1>
      <EmptyState title={m.laterBody(d.title)}>{what}</EmptyState>
    </>
  )
}
