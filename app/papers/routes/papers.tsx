import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, CardGrid, EmptyState, PageHead } from '#app/ui/card.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import { paperAddress } from '../paper-address.ts'
import { readRecipients } from '../read-paper.server.ts'
import type { Route } from './+types/papers.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readRecipients(ctx, { caseId: idParam(params.caseId) }))

/** Who gets the plan on paper: one for each, and one for the table. */
export default function Papers({ loaderData: { caseId, people } }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <>
      <title>{m.title}</title>
      <BackLink href={`/familier/${caseId}/planen`}>{m.back}</BackLink>
      <PageHead title={m.title} lead={m.lead} />
      {people.length === 0 ? (
        <EmptyState title={m.noPeople}>{m.noPeopleBody}</EmptyState>
      ) : (
        <>
          <section aria-labelledby="hver">
            <h2 id="hver">{m.each}</h2>
            <p>{m.eachHint}</p>
            <CardGrid columns={3}>
              {people.map((p) => (
                <Card key={p.id} level={3} title={p.name} aside={p.elsewhere ? m.elsewhere : undefined}>
                  <ButtonGroup>
                    {p.child && (
                      <LinkButton variant="secondary" href={paperAddress(caseId, [p.id], 'easy')}>
                        {m.kindEasy}
                        <span className="sr-only">: {m.easyFor(p.name)}</span>
                      </LinkButton>
                    )}
                    <LinkButton variant={p.child ? 'quiet' : 'secondary'} href={paperAddress(caseId, [p.id], 'plan')}>
                      {m.kindPlan}
                      <span className="sr-only">: {m.planFor(p.name)}</span>
                    </LinkButton>
                  </ButtonGroup>
                </Card>
              ))}
            </CardGrid>
          </section>
          <section aria-labelledby="bord">
            <h2 id="bord">{m.forWhom}</h2>
            <Form method="get" action={`/papir/${caseId}/plan.pdf`} prefix="bord">
              <CheckboxGroup
                name="til"
                legend={m.forWhom}
                hint={m.forWhomHint}
                choices={people.map((p) => ({ value: String(p.id), label: p.name }))}
                values={people.filter((p) => !p.elsewhere).map((p) => String(p.id))}
              />
              <RadioGroup
                name="slags"
                legend={m.kind}
                choices={[
                  { value: 'plan', label: m.kindPlan, hint: m.kindPlanHint },
                  { value: 'let', label: m.kindEasy, hint: m.kindEasyHint },
                ]}
                value="plan"
              />
              <RadioGroup
                name="sprog"
                legend={m.language}
                choices={[
                  { value: 'da', label: m.danish },
                  { value: 'en', label: m.english },
                ]}
                value={locale}
              />
              <Note icon="print">{m.opens}</Note>
              <SubmitButton>{m.make}</SubmitButton>
            </Form>
          </section>
        </>
      )}
    </>
  )
}
