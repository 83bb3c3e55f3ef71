import { redirect } from 'react-router'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatInstant, formatMonth } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Select } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink, Tabs } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { Unseen } from '#app/ui/text.tsx'
import { readDeliveries } from '../deliveries.server.ts'
import { MARKS } from '../extract.ts'
import { da, en } from '../extract-messages.ts'
import { makeExtract } from '../make-extract.server.ts'
import type { Route } from './+types/extracts.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => readDeliveries(ctx, { projectId: new URL(request.url).searchParams.get('projekt') }))

export const action = formAction(async ({ ctx, request, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
  const { id } = await makeExtract(ctx, { ...values, projectId: new URL(request.url).searchParams.get('projekt'), destroyKey: values['key'] === 'destroy' })
  return redirect(`/projekt/udtraek/${id}`)
})

/** What has been sent to the evaluation, and how is the next one made? */
export default function Extracts({ loaderData: p, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { errors, values } = refusal(locale, actionData)
  const said = (name: string) => (typeof values?.[name] === 'string' ? values[name] : undefined)
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <BackLink href={`/projekt/status?projekt=${p.project.id}`}>{m.back}</BackLink>
      <PageHead title={m.title} lead={m.lead} />
      {p.projects.length > 1 && <Tabs label={m.choose} items={p.projects.map((one) => ({ href: `/projekt/udtraek?projekt=${one.id}`, label: one.name, current: one.id === p.project.id }))} />}
      <h2>{m.listTitle}</h2>
      <Table
        caption={m.listTitle}
        hideCaption
        rows={p.deliveries}
        rowKey={(d) => d.id}
        empty={<EmptyState title={m.none}>{m.noneText}</EmptyState>}
        columns={[
          { key: 'month', label: m.month, rowHeader: true, cell: (d) => formatMonth(locale, d.month) },
          { key: 'mark', label: m.purpose, cell: (d) => (d.withdrawn_at === null ? (m.marks[d.mark] ?? d.mark) : m.withdrawn) },
          { key: 'people', label: m.people, numeric: true, cell: (d) => d.people },
          { key: 'left', label: m.leftOut, numeric: true, cell: (d) => d.left_out },
          { key: 'made', label: m.made, cell: (d) => formatInstant(locale, d.made_at) },
          {
            key: 'open',
            label: <Unseen>{m.open}</Unseen>,
            cell: (d) => (
              <a href={`/projekt/udtraek/${d.id}`}>
                {m.open}
                <Unseen>{` ${formatMonth(locale, d.month)}, ${formatInstant(locale, d.made_at)}`}</Unseen>
              </a>
            ),
          },
        ]}
      />
      <Card title={m.make}>
        <p>{m.basis[p.basis]}</p>
        <p className="note">{m.logged}</p>
        <Form action={`/projekt/udtraek?projekt=${p.project.id}`} errors={errors}>
          <Select name="month" label={m.month} hint={m.monthHint} value={said('month') ?? p.newest.slice(0, 7)} options={p.months.map((one) => ({ value: one.slice(0, 7), label: formatMonth(locale, one) }))} />
          <RadioGroup name="mark" legend={m.mark} value={said('mark') ?? 'monthly'} choices={MARKS.map((mark) => ({ value: mark, label: m.marks[mark] ?? mark }))} />
          <RadioGroup
            name="key"
            legend={m.key}
            value={said('key') ?? 'keep'}
            choices={[
              { value: 'keep', label: m.keyKeep, hint: m.keyKeepHint },
              { value: 'destroy', label: m.keyDestroy, hint: m.keyDestroyHint },
            ]}
          />
          <SubmitButton>{m.submit}</SubmitButton>
        </Form>
      </Card>
    </>
  )
}
