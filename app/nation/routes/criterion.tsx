import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { Card, CardGrid, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { AfterTabs, HowCounted, ShareText } from '../components/criteria-table.tsx'
import { da, en } from '../messages.ts'
import { type Criterion, shareOfUnit } from '../nation.ts'
import type { Unit } from '../protect.ts'
import { readCriterion } from '../read-nation.server.ts'
import type { Route } from './+types/criterion.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => readCriterion(ctx, { code: params.code, after: new URL(request.url).searchParams.get('efter') }))

/** One criterion: the country, how many it tells of, and municipality by municipality as far as it may be told. */
export default function CriterionPage({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const c = d.criterion
  const round = (n: number) => n.toLocaleString(locale === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 1 })
  return (
    <>
      <title>{`${c.label[locale]} – Helhed`}</title>
      <BackLink href={`/nationen?efter=${d.after}`}>{m.back}</BackLink>
      <PageHead title={c.label[locale]} lead={c.group[locale]} />
      <AfterTabs base={`/nationen/${c.code}`} after={d.after} />
      <CardGrid columns={c.means ? 3 : 2}>
        <Card title={c.counts === 'now' ? m.hasNow : m.better}>
          <p className="big-number"><ShareText share={c.share} few={c.tooFewToJudge} /></p>
        </Card>
        {c.means && <Card title={m.meansTitle}><p>{m.means(round(c.means.start), round(c.means.now))}</p></Card>}
        <Card title={m.coverageTitle}>
          <p>{d.measured ? m.coverage(d.measured.x, d.measured.n, d.measured.p) : m.coverageNone}</p>
        </Card>
      </CardGrid>
      <Municipalities criterion={c} names={d.names} />
      <HowCounted smallest={d.smallest} />
    </>
  )
}

function Municipalities({ criterion: c, names }: { criterion: Criterion; names: Record<number, string> }) {
  const m = pick(useLocale(), { da, en })
  const { units, totals, n } = c.table
  const nameOf = (u: Unit) => (u.ids.length === 1 ? (names[u.ids[0]!] ?? '') : m.together(u.ids.map((id) => names[id] ?? '').toSorted((a, b) => a.localeCompare(b, 'da')).join(', ')))
  const labels = c.counts === 'now' ? [m.hasNow, m.hasNot] : c.table.columns === 'first' ? [m.better, m.notBetter] : [m.better, m.same, m.worse]
  const columns: Column<Unit>[] = [
    { key: 'name', label: m.municipality, rowHeader: true, cell: nameOf },
    { key: 'n', label: m.measured, numeric: true, cell: (u) => u.n },
    ...totals.map((_, i): Column<Unit> => ({ key: String(i), label: labels[i] ?? '', numeric: true, cell: (u) => u.cells[i] ?? m.hidden })),
    { key: 'share', label: m.shareColumn, numeric: true, cell: (u) => <ShareText share={shareOfUnit(u)} /> },
  ]
  const sorted = units.toSorted((a, b) => Number(a.ids.length > 1) - Number(b.ids.length > 1) || nameOf(a).localeCompare(nameOf(b), 'da'))
  return (
    <Card title={m.byMunicipality}>
      {units.length === 0 ? <p>{m.noUnits}</p> : (
        <Table
          caption={m.byMunicipality}
          hideCaption
          compact
          rows={sorted}
          rowKey={(u) => u.ids.join('-')}
          columns={columns}
          foot={[m.country, n, ...totals, <ShareText key="share" share={c.share} />]}
        />
      )}
    </Card>
  )
}
