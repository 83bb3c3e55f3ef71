import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { Table } from '#app/ui/table.tsx'
import { PersonChip } from '#app/ui/text.tsx'
import type { Context } from '#app/platform/context.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { ageOf, personName } from '../families.ts'
import { typed } from '#app/platform/forms/form-values.ts'
import { da, en } from '../messages.ts'
import { type FoundFamily, searchFamilies } from '../search-families.server.ts'
import type { Route } from './+types/search.ts'

async function found(ctx: Context, q: string) {
  const { families, answer } = await searchFamilies(ctx, { q })
  return { q, families, answer }
}

/** What is searched for comes in the body, from the shell's box and from this page: a CPR number must not stand in an address. */
export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => ({ locale: ctx.locale, today: ctx.today }))
export const action = formAction(async ({ ctx, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => ({
  result: await found(ctx, String(values['q'] ?? '')),
}))

export default function SearchPage({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const { errors, values } = refusal(d.locale, actionData)
  const result = actionData && 'result' in actionData ? actionData.result : null
  return (
    <>
      <title>{`${m.search.title} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <PageHead title={m.search.title} />
      <Form errors={errors} summaryElsewhere action="/soeg">
        <TextField name="q" label={m.search.label} hint={m.search.hint} value={typed(values, 'q', result?.q)} />
        <SubmitButton>{m.search.button}</SubmitButton>
      </Form>
      {result?.answer === 'known' && <Alert>{m.personKnown}</Alert>}
      {result?.answer === 'limited' && <Alert tone="warning">{m.tooManySearches}</Alert>}
      {result?.answer === 'none' && <EmptyState title={m.search.none}>{m.search.noneBody}</EmptyState>}
      {result?.answer === 'found' && <Found families={result.families} today={d.today} locale={d.locale} />}
    </>
  )
}

function Found({ families, today, locale }: { families: FoundFamily[]; today: string; locale: 'da' | 'en' }) {
  const m = pick(locale, { da, en })
  return (
    <Table
      caption={m.search.results(families.length)}
      rows={families}
      rowKey={(f) => f.caseId}
      columns={[
        {
          key: 'name',
          label: m.mine.family,
          rowHeader: true,
          cell: (f) => <a href={`/familier/${f.caseId}`}>{m.mine.familyName(f.name)}</a>,
        },
        {
          key: 'people',
          label: m.mine.people,
          cell: (f) => (
            <span className="people">
              {f.people.map((p) => (
                <PersonChip key={p.id} name={personName(locale, p)} age={ageOf(p, today)} />
              ))}
            </span>
          ),
        },
      ]}
    />
  )
}
