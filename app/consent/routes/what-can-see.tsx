import { NotFound } from '#app/platform/context.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { Select } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { KeyValue, Note } from '#app/ui/text.tsx'
import { consentHref } from '../components/consent-cards.tsx'
import { nameOf } from '../consent-words.ts'
import { da, en } from '../messages.ts'
import { readConsentPage } from '../read-consent-page.server.ts'
import { readWhatCanSee } from '../read-what-can-see.server.ts'
import type { Route } from './+types/what-can-see.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const caseId = idParam(params.caseId)
  const { people, labels, helpers, whole } = await readConsentPage(ctx, { caseId })
  const sector = new URL(request.url).searchParams.get('sektor') ?? 'education'
  if (!whole || !(sector in labels.sectors)) throw new NotFound('sector')
  return {
    locale: ctx.locale,
    caseId,
    sector,
    people,
    labels,
    sectors: [...new Set(helpers.map((h) => h.sector))],
    seen: await readWhatCanSee(ctx, { caseId, sector }),
  }
})

/** "Hvad kan skolen se lige nu?", by the same rules as when they open a page. */
export default function WhatCanSee({ loaderData: { locale, caseId, sector, people, labels, sectors, seen } }: Route.ComponentProps) {
  const m = pick(locale, { da, en })
  const who = labels.plainSectors[sector] ?? sector
  const kinds: Readonly<Record<string, string>> = m.see.kinds
  return (
    <>
      <title>{`${m.see.title(who)} – Helhed`}</title>
      <BackLink href={consentHref(caseId)}>{m.page.back}</BackLink>
      <PageHead title={m.see.title(who)} lead={m.see.lead} />
      <Form method="get" action={`${consentHref(caseId)}/hvad-kan-se`}>
        <Select
          name="sektor"
          label={m.see.choose}
          value={sector}
          options={[...new Set([sector, ...sectors])].map((value) => ({ value, label: labels.sectors[value] ?? value }))}
        />
        <SubmitButton variant="secondary">{m.see.show}</SubmitButton>
      </Form>
      {seen.staff.length === 0 ? (
        <EmptyState title={m.see.nobody(who)}>{m.see.names}</EmptyState>
      ) : (
        <>
          <KeyValue
            items={[
              {
                key: m.see.staff,
                value: joinList(
                  locale,
                  seen.staff.map((s) => s.name),
                ),
              },
            ]}
          />
          <Table
            caption={m.see.table}
            rows={seen.records}
            rowKey={(r) => `${r.kind}.${r.recordId}`}
            empty={<EmptyState title={m.see.nothing(who)}>{m.see.names}</EmptyState>}
            columns={[
              { key: 'kind', label: m.see.kind, cell: (r) => kinds[r.kind] ?? m.see.other },
              { key: 'what', label: m.see.title_, rowHeader: true, cell: (r) => r.title || labels.categories[r.category] || r.category },
              {
                key: 'about',
                label: m.see.about,
                cell: (r) =>
                  joinList(
                    locale,
                    r.subjects.map((s) => nameOf(locale, people, s)),
                  ),
              },
              { key: 'from', label: m.see.from, cell: (r) => labels.sectors[r.sector] ?? r.sector },
            ]}
          />
          <Note icon="info">{m.see.names}</Note>
        </>
      )}
    </>
  )
}
