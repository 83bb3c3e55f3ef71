import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { Select } from '#app/ui/fields.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { Note } from '#app/ui/text.tsx'
import { ShareLine, useWords } from '../components/goal-figure.tsx'
import { readWhatWorks } from '../read-what-works.server.ts'
import type { Route } from './+types/what-works.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  return readWhatWorks(ctx, { projectId: query.get('projekt'), measure: query.get('maal') })
})

/** What seems to work for whom? What went together, with its uncertainty; no ranking. */
export default function WhatWorks({ loaderData: p }: Route.ComponentProps) {
  const { locale, m } = useWords()
  return (
    <>
      <title>{`${m.worksTitle} – Helhed`}</title>
      <BackLink href={`/projekt/maal?projekt=${p.project.id}`}>{m.back}</BackLink>
      <PageHead title={m.worksTitle} lead={m.worksLead} />
      <form method="get" className="goal-choice">
        <input type="hidden" name="projekt" value={p.project.id} />
        <Select name="maal" label={m.chooseMeasure} value={p.measure?.code ?? ''} options={p.measures.map((one) => ({ value: one.code, label: one.label[locale] }))} />
        <SubmitButton>{m.show}</SubmitButton>
      </form>
      <Table
        caption={p.measure?.label[locale] ?? m.worksTitle}
        rows={p.rows}
        rowKey={(r) => r.kind}
        empty={<EmptyState title={m.worksNone}>{m.worksNoneText}</EmptyState>}
        columns={[
          { key: 'kind', label: m.kind, rowHeader: true, cell: (r) => r.label[locale] },
          { key: 'people', label: m.tookPart, cell: (r) => m.tookPartText(r.people, r.families) },
          { key: 'better', label: m.better, numeric: true, cell: (r) => r.better },
          { key: 'same', label: m.same, numeric: true, cell: (r) => r.same },
          { key: 'worse', label: m.worse, numeric: true, cell: (r) => r.worse },
          { key: 'unmeasured', label: m.unmeasured, numeric: true, cell: (r) => r.unmeasured },
          { key: 'share', label: m.share, cell: (r) => (r.enough ? <ShareLine share={r.share} /> : m.tooFewToJudge(p.fewest)) },
        ]}
      />
      <p className="note">{m.stepSays(p.step)}</p>
      <Note>{m.worksWarn}</Note>
    </>
  )
}
