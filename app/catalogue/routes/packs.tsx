import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formatInstant } from '#app/platform/time/format.ts'
import { Card, PageHead } from '#app/ui/card.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { itemsOf, sectionNames } from '../pack.ts'
import { da, en } from '../page-messages.ts'
import { readCurrentPack } from '../read-pack-states.server.ts'
import { sectionLabels } from '../section-names.ts'
import type { Route } from './+types/packs.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => {
  const { pack, states } = await readCurrentPack(ctx, {})
  return { locale: ctx.locale, name: pack.name[ctx.locale], version: pack.version, states,
    sections: sectionNames.map((section) => ({ section, label: sectionLabels[section][ctx.locale], count: new Set(itemsOf(pack, section).map((one) => one.code)).size })).filter((s) => s.count > 0) }
})

/** The municipality's rules: its sections, and how they came to be. */
export default function Packs({ loaderData: d }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  return <>
    <title>{`${m.title} – Helhed`}</title>
    <BackLink href="/administration">{m.back}</BackLink>
    <PageHead title={m.title} lead={m.lead} />
    <Card title={m.current(d.name, d.version)}>
      <Table caption={m.section} rows={d.sections} rowKey={(s) => s.section} columns={[
        { key: 'label', label: m.section, rowHeader: true, cell: (s) => <a href={`/administration/pakker/${s.section}`}>{s.label}</a> },
        { key: 'count', label: m.count, numeric: true, cell: (s) => s.count },
      ]} />
    </Card>
    <Card title={m.history}>
      <Table caption={m.history} rows={d.states} rowKey={(s) => s.id} columns={[
        { key: 'when', label: m.when, rowHeader: true, cell: (s) => <a href={`/administration/pakker/historik/${s.id}`}>{formatInstant(d.locale, s.madeAt)}</a> },
        { key: 'what', label: m.what, cell: (s) => `${m.kinds[s.kind === 'edit' ? 'edit' : 'apply']} · ${s.version}${s.note ? ` · ${s.note}` : ''}` },
        { key: 'who', label: m.who, cell: (s) => s.madeBy ?? m.system },
      ]} />
    </Card>
  </>
}
