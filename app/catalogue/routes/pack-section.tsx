import { NotFound } from '#app/platform/context.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formatNumericDate } from '#app/platform/time/format.ts'
import { PageHead } from '#app/ui/card.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge } from '#app/ui/text.tsx'
import { isSectionName, itemsOf } from '../pack.ts'
import { da, en } from '../page-messages.ts'
import { readCurrentPack } from '../read-pack-states.server.ts'
import { sectionLabels } from '../section-names.ts'
import type { Route } from './+types/pack-section.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const section = params.section
  if (!isSectionName(section)) throw new NotFound('section')
  const { pack } = await readCurrentPack(ctx, {})
  const items = itemsOf(pack, section).map(({ code, label, validFrom, validUntil, source, verified }) => ({ code, label: label[ctx.locale], validFrom, validUntil, source, verified: verified ?? null }))
  return { locale: ctx.locale, section, title: sectionLabels[section][ctx.locale], items }
})

export default function PackSection({ loaderData: d }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  return <>
    <title>{`${d.title} – Helhed`}</title>
    <BackLink href="/administration/pakker">{m.title}</BackLink>
    <PageHead title={d.title} />
    <Table caption={d.title} rows={d.items} rowKey={(i) => `${i.code} ${i.validFrom}`} empty={m.empty} columns={[
      { key: 'item', label: m.item, rowHeader: true, cell: (i) => <a href={`/administration/pakker/${d.section}/${i.code}`}>{i.label}</a> },
      { key: 'period', label: m.period, cell: (i) => m.from(formatNumericDate(i.validFrom), i.validUntil && formatNumericDate(i.validUntil)) },
      { key: 'source', label: m.source, cell: (i) => <>{i.source} {i.verified === false && <Badge tone="attention">{m.notVerified}</Badge>}{i.verified === true && <Badge tone="done">{m.verified}</Badge>}</> },
    ]} />
  </>
}
