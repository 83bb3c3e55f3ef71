import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, CardGrid, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Table } from '#app/ui/table.tsx'
import { AfterTabs, CriteriaTables, HowCounted } from '../components/criteria-table.tsx'
import { da, en } from '../messages.ts'
import type { Scope } from '../nation.ts'
import { readNation } from '../read-nation.server.ts'
import type { Route } from './+types/nation.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => readNation(ctx, { after: new URL(request.url).searchParams.get('efter') }))

/** The programme office's page: the criteria of the whole country after 12, 24 and 36 months, and how many take part. */
export default function NationPage({ loaderData: d }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <PageHead title={m.title} lead={m.lead} action={<LinkButton href={`/nationen/tal.csv?efter=${d.after}`}>{m.csv}</LinkButton>} />
      <AfterTabs base="/nationen" after={d.after} />
      <CriteriaTables criteria={d.criteria} after={d.after} href={(code) => `/nationen/${code}?efter=${d.after}`} />
      <ScopeCards scope={d.scope} />
      <HowCounted smallest={d.smallest} />
    </>
  )
}

function ScopeCards({ scope: { municipalities, families, places, limits } }: { scope: Scope }) {
  const m = pick(useLocale(), { da, en })
  const { familiesLeast, familiesMost, municipalitiesLeast, municipalitiesMost } = limits
  return (
    <>
      <h2>{m.scopeTitle}</h2>
      <CardGrid columns={2}>
        <Card title={m.municipalities} level={3}>
          <p className="big-number">{municipalities}</p>
          <p className="note">{m.ofPlanned(municipalitiesLeast, municipalitiesMost)}</p>
        </Card>
        <Card title={m.families} level={3}>
          <p className="big-number">{families ?? m.familiesHidden}</p>
          <p className="note">{m.ofPlanned(municipalitiesLeast * familiesLeast, municipalitiesMost * familiesMost)}</p>
        </Card>
      </CardGrid>
      <Card title={m.placesTitle} level={3}>
        <p className="note">{m.placesNote(familiesLeast, familiesMost)}</p>
        <Table
          caption={m.placesTitle}
          hideCaption
          compact
          rows={places}
          rowKey={(p) => p.municipality}
          columns={[
            { key: 'name', label: m.municipality, rowHeader: true, cell: (p) => p.municipality },
            { key: 'n', label: m.families, numeric: true, cell: (p) => p.families ?? m.hidden },
            { key: 'against', label: m.ofPlanned(familiesLeast, familiesMost), cell: (p) => m.against[p.against] },
          ]}
        />
      </Card>
    </>
  )
}
