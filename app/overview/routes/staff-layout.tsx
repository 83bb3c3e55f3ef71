import { Outlet, useLocation } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { SessionWarning } from '#app/ui/feedback.tsx'
import { StaffShell } from '#app/ui/shell.tsx'
import { da, en } from '../messages.ts'
import { figuresOnly, staffNav } from '../navigation.ts'
import type { Route } from './+types/staff-layout.ts'

/** The shell of every staff page; a family member has no business here. */
export const loader = page(async ({ ctx, session }: PageArgs<Route.LoaderArgs>) => {
  if (ctx.actor.kind === 'member') throw new NotFound('staff pages')
  return {
    locale: ctx.locale,
    kind: ctx.actor.kind,
    name: ctx.actor.name,
    title: session.title,
    roles: session.roles,
    municipality: session.municipality.name,
    demo: session.demo,
    secondsLeft: Math.max(60, Math.round((Date.parse(session.idleUntil) - Date.parse(ctx.now)) / 1000)),
  }
})

export default function StaffLayout({ loaderData: d }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const { pathname, search } = useLocation()
  return (
    <StaffShell
      municipality={{ name: d.kind === 'national' ? d.municipality : `${d.municipality} Kommune` }}
      locale={d.locale}
      user={{ name: d.name, role: d.title }}
      nav={staffNav(d.roles, pathname, m.nav)}
      searchAction={figuresOnly(d.roles) ? undefined : '/soeg'}
      here={pathname + search}
      notices={d.demo ? <p>{m.demo}</p> : undefined}
      footer={
        <ul className="footer-links">
          {d.kind === 'staff' && (
            <li>
              <a href="/bekymret">{m.worried}</a>
            </li>
          )}
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
    </StaffShell>
  )
}
