import { Outlet, useLocation } from 'react-router'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formatTime } from '#app/platform/time/format.ts'
import { monthsBetween } from '#app/platform/time/plain-date.ts'
import { awayWords } from '#app/team/absence-words.ts'
import { shortDate } from '#app/ui/due.ts'
import { FamilyHead } from '#app/ui/card.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { Tabs } from '#app/ui/navigation.tsx'
import { ConcernLink, PersonChip } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import { readFamilyHead } from '../read-family-head.server.ts'
import type { Route } from './+types/family-layout.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const head = await readFamilyHead(ctx, { caseId: idParam(params.caseId) })
  return { head, locale: ctx.locale, today: ctx.today }
})

const TABS = [
  ['overview', ''],
  ['situation', '/situation'],
  ['plan', '/planen'],
  ['meetings', '/moeder'],
  ['progression', '/udvikling'],
  ['people', '/personer'],
  ['network', '/netvaerk'],
  ['logbook', '/logbog'],
  ['threads', '/beskeder'],
  ['helpers', '/hjaelpere'],
  ['consent', '/samtykke'],
  ['intake', '/optagelse'],
  ['log', '/har-set'],
] as const

/** Head and tabs of a family, and on every page of it the quiet way to "Bekymret for et barn?". */
export default function FamilyLayout({ loaderData: { head, locale, today } }: Route.ComponentProps) {
  const m = pick(locale, { da, en })
  const base = `/familier/${head.caseId}`
  const { pathname } = useLocation()
  const isCurrent = (href: string) => (href === base ? pathname === base : pathname === href || pathname.startsWith(href + '/'))
  const facts = [
    head.coordinators.length ? `${m.coordinator}: ${head.coordinators.join(', ')}` : m.noCoordinator,
    `${m.professionals}: ${head.professionals}`,
    ...(head.next
      ? [
          <a key="next" href={`${base}/moeder/${head.next.id}`}>
            {m.nextMeeting(shortDate(head.next.day, locale, today), head.next.time)}
          </a>,
        ]
      : []),
    ...(head.away ? [awayWords(locale, head.away, today, 'staff')] : []),
    ...(head.intakeOn ? [m.with(monthsBetween(head.intakeOn, today))] : []),
  ]
  return (
    <>
      <FamilyHead
        name={m.family(head.name)}
        people={head.people.map((p) => (
          <PersonChip key={p.id} name={p.name} age={p.age} />
        ))}
        facts={facts}
        action={head.sector !== null && !isCurrent(`${base}/logbog`) && <a className="quick-entry d-print-none" href={`${base}/logbog/ny`}>{m.newEntry}</a>}
      />
      <Tabs
        label={head.name}
        items={TABS.map(([key, path]) => ({ href: base + path, label: m.tabs[key], current: isCurrent(base + path) || (key === 'meetings' && isCurrent(`${base}/aftaler`)) || (key === 'progression' && isCurrent(`${base}/registrering`)) }))}
      />
      {head.emergencyUntil && (
        <Alert tone="warning" title={m.emergency(formatTime(locale, head.emergencyUntil))} live={false}>
          {m.emergencyBody}
        </Alert>
      )}
      <Outlet />
      <ConcernLink href={`/bekymret/${head.caseId}`} />
    </>
  )
}
