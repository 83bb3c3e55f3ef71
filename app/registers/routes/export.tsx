import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatMonth } from '#app/platform/time/format.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Select } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink, Tabs } from '#app/ui/navigation.tsx'
import { readExports } from '../export-month.server.ts'
import { da, en } from '../messages.ts'
import type { Route } from './+types/export.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => readExports(ctx, { projectId: new URL(request.url).searchParams.get('projekt') }))

/** A month's figures as a file for another tool. */
export default function Export({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const first = d.targets[0]
  return (
    <>
      <title>{`${m.exportTitle} – Helhed`}</title>
      <BackLink href={`/projekt?projekt=${d.project.id}`}>{m.back}</BackLink>
      <PageHead title={m.exportTitle} lead={m.exportLead} />
      {d.projects.length > 1 && <Tabs label={m.choose} items={d.projects.map((p) => ({ href: `/projekt/eksport?projekt=${p.id}`, label: p.name, current: p.id === d.project.id }))} />}
      {!first ? (
        <EmptyState title={m.noTargets}>{m.noTargetsText}</EmptyState>
      ) : (
        <Form method="get" action="/projekt/eksport/fil">
          <input type="hidden" name="projekt" value={d.project.id} />
          {d.targets.length === 1 ? (
            <>
              <input type="hidden" name="redskab" value={first.code} />
              <Alert tone="info" title={first.label[locale]}>
                <p>{first.text[locale]}</p>
                <p>{m.columns(first.columns.join(', '))}</p>
              </Alert>
            </>
          ) : (
            <RadioGroup name="redskab" legend={m.target} value={first.code} choices={d.targets.map((t) => ({ value: t.code, label: t.label[locale], hint: `${t.text[locale]} ${m.columns(t.columns.join(', '))}` }))} />
          )}
          <Select name="maaned" label={m.month} options={d.months.map((x) => ({ value: x, label: formatMonth(locale, x) }))} value={d.months[1] ?? null} />
          <ButtonGroup>
            <SubmitButton>{m.fetch}</SubmitButton>
            <LinkButton variant="quiet" href={`/projekt/registre?projekt=${d.project.id}`}>
              {m.toRegisters}
            </LinkButton>
          </ButtonGroup>
        </Form>
      )}
    </>
  )
}
