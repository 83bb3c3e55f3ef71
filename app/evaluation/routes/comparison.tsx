import { redirect } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { BackLink, Tabs } from '#app/ui/navigation.tsx'
import { Details, KeyValue } from '#app/ui/text.tsx'
import { ComparisonForm } from '../components/comparison-form.tsx'
import { ComparisonTable } from '../components/comparison-table.tsx'
import { da, en } from '../comparison-messages.ts'
import { type ComparisonPage, readComparison } from '../read-comparison.server.ts'
import { writeComparison } from '../write-comparison.server.ts'
import type { Route } from './+types/comparison.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => readComparison(ctx, { projectId: new URL(request.url).searchParams.get('projekt') }))

export const action = formAction(async ({ ctx, request, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
  const { projectId } = await writeComparison(ctx, { ...values, projectId: new URL(request.url).searchParams.get('projekt') })
  return redirect(`/projekt/sammenligning?projekt=${projectId}`)
})

/** Do the families move more than the group that was chosen beforehand? (EVAL-09) */
export default function Comparison({ loaderData: p, actionData }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  const used = p.choice === 'in-time' || p.choice === 'late-told'
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <BackLink href={`/projekt/status?projekt=${p.project.id}`}>{m.back}</BackLink>
      <PageHead title={m.title} lead={m.lead} />
      {p.projects.length > 1 && (
        <Tabs label={m.choose} items={p.projects.map((one) => ({ href: `/projekt/sammenligning?projekt=${one.id}`, label: one.name, current: one.id === p.project.id }))} />
      )}
      {p.choice === 'none' && <EmptyState title={m.none}>{m.noneText}</EmptyState>}
      {p.choice === 'late' && <Alert tone="warning" title={m.late}>{m.lateText}</Alert>}
      <Group p={p} />
      {used && (
        <>
          <h2>{m.resultTitle}</h2>
          <ComparisonTable rows={p.rows} fewest={p.group?.fewest ?? 0} />
          <Details summary={m.how}>
            <ul>
              {m.howText.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Details>
          <ComparisonForm p={p} actionData={actionData} />
        </>
      )}
    </>
  )
}

function Group({ p }: { p: ComparisonPage }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { group } = p
  if (!group || p.choice === 'none') return null
  return (
    <Card title={m.groupTitle}>
      <p>{group.text[locale]}</p>
      {p.choice === 'late-told' && <p>{m.lateTold(group.lateReason?.[locale] ?? '')}</p>}
      <KeyValue
        items={[
          { key: m.kind, value: `${group.label[locale]} (${(m.kinds[group.kind] ?? group.kind).toLowerCase()})` },
          { key: m.basis, value: group.lawfulBasis[locale] },
          { key: m.chosen, value: formatDate(locale, group.chosenOn) },
          { key: m.first, value: p.firstIntakeOn === null ? m.noFirst : formatDate(locale, p.firstIntakeOn) },
          { key: m.source, value: group.verified === false ? `${group.source}. ${m.unverified}` : group.source },
        ]}
      />
      {group.note && <p className="note">{group.note[locale]}</p>}
    </Card>
  )
}
