import { Outlet, useLocation } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { SessionWarning } from '#app/ui/feedback.tsx'
import { PortalShell } from '#app/ui/shell.tsx'
import { da, en } from '../messages.ts'
import type { Route } from './+types/portal-layout.ts'

/** The family's own pages; staff have theirs. */
export const loader = page(async ({ ctx, session }: PageArgs<Route.LoaderArgs>) => {
  if (ctx.actor.kind !== 'member') throw new NotFound('portal')
  return {
    locale: ctx.locale,
    name: ctx.actor.name,
    municipality: session.municipality.name,
    demo: session.demo,
    secondsLeft: Math.max(60, Math.round((Date.parse(session.idleUntil) - Date.parse(ctx.now)) / 1000)),
  }
})

export default function PortalLayout({ loaderData: d }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const { pathname, search } = useLocation()
  const at = (href: string) => pathname === href || pathname.startsWith(href + '/')
  const nav = [
    { href: '/min/plan', label: m.nav.plan, icon: 'home' as const, current: at('/min/plan') },
    { href: '/min/beskeder', label: m.nav.threads, icon: 'chat' as const, current: at('/min/beskeder') },
    { href: '/min/situation', label: m.nav.situation, icon: 'person' as const, current: at('/min/situation') },
    { href: '/min/samtykke', label: m.nav.consent, icon: 'lock' as const, current: at('/min/samtykke') },
    { href: '/min/har-set', label: m.nav.log, icon: 'visibility' as const, current: at('/min/har-set') },
  ]
  return (
    <PortalShell
      municipality={{ name: `${d.municipality} Kommune` }}
      locale={d.locale}
      user={{ name: d.name }}
      nav={nav}
      home="/min/plan"
      here={pathname + search}
      exitHref="/forlad"
      notices={d.demo ? <p>{m.demo}</p> : undefined}
      footer={
        <ul className="footer-links">
          <li>
            <a href="/tilgaengelighed">{m.accessibility}</a>
          </li>
          <li>
            <a href="/privatliv">{m.privacy}</a>
          </li>
        </ul>
      }
    >
      <Outlet />
      <SessionWarning expiresInSeconds={d.secondsLeft} keepUrl="/session/forlaeng" loggedOutUrl="/log-ind?udloebet=1" drafts />
    </PortalShell>
  )
}
