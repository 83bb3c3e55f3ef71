import { NotFound } from '#app/platform/context.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { CardGrid, LinkCard, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import type { IconName } from '#app/ui/icon.tsx'
import { da, en } from '../messages.ts'
import type { Route } from './+types/administration.ts'

export const loader = page(async ({ session }: PageArgs<Route.LoaderArgs>) => {
  if (!session.roles.includes('administrator')) throw new NotFound('administration')
  return null
})

const PLACES: [key: string, href: string, icon: IconName][] = [
  ['packs', '/administration/pakker', 'settings'],
  ['instruments', '/administration/maaleredskaber', 'document'],
  ['import', '/administration/import', 'upload'],
  ['outbox', '/administration/udbakke', 'chat'],
  ['staff', '/administration/medarbejdere', 'persons'],
  ['departments', '/kommunen/afdelinger', 'groups'],
  ['api', '/api/v1/docs', 'document'],
  ['account', '/konto', 'person'],
]

/** Where the administrator begins. */
export default function Administration() {
  const m = pick(useLocale(), { da, en })
  return (
    <>
      <title>{`${m.adminTitle} – Helhed`}</title>
      <PageHead title={m.adminTitle} lead={m.adminLead} />
      <CardGrid columns={2}>
        {PLACES.map(([key, href, icon]) => (
          <LinkCard key={key} href={href} title={m.admin[key]?.[0]} icon={icon}>
            {m.admin[key]?.[1]}
          </LinkCard>
        ))}
      </CardGrid>
    </>
  )
}
