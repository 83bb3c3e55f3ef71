import { redirect } from 'react-router'
import { typed, typedDate, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge, Details } from '#app/ui/text.tsx'
import { ChosenMethods, MethodForm } from '../components/methods.tsx'
import { PrinciplesList } from '../components/principles.tsx'
import { agreePrinciples, chooseProjectMethod, endProjectMethod } from '../methods.server.ts'
import { readMethods } from '../read-methods.server.ts'
import { situationTexts } from '../situation-words.ts'
import type { Route } from './+types/methods.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const { projects, catalogue, instruments, today } = await readMethods(ctx, {})
  return { projects, catalogue, instruments, today, saved: new URL(request.url).searchParams.has('gemt') }
})

export const action = formAction(async ({ ctx, values }) => {
  if (values['intent'] === 'end') await endProjectMethod(ctx, values)
  else if (values['intent'] === 'agree') await agreePrinciples(ctx, withDates(values, ['agreedOn']))
  else await chooseProjectMethod(ctx, withDates(values, ['chosenOn']))
  return redirect('/metoder?gemt=1')
})

/** "Sådan arbejder vi": principles, the project's methods and their reasons, the catalogue, instruments. */
export default function Methods({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = situationTexts(locale)
  const agree = refusal(locale, actionData, 'agree')
  const choose = refusal(locale, actionData, 'choose')
  const label = (code: string) => d.catalogue.find((c) => c.code === code)?.label[locale] ?? code
  return (
    <>
      <title>{m.methodsPage}</title>
      {d.saved && <Toast>{m.saved}</Toast>}
      <ErrorSummary errors={refusal(locale, actionData).errors} />
      <PageHead title={m.methodsPage} lead={m.methodsPageLead} />
      {d.projects.map((p) => (
        <div key={p.id}>
          {d.projects.length > 1 && <h2>{p.name}</h2>}
          <Card title={m.principles} accent>
            <PrinciplesList principles={p.principles} today={d.today} />
            {p.manage && (
              <Details summary={m.principlesAgree} open={agree.values !== null}>
                <Form errors={agree.errors} summaryElsewhere>
                  <input type="hidden" name="intent" value="agree" />
                  <input type="hidden" name="projectId" value={p.id} />
                  <DateFields name="agreedOn" legend={m.agreedOn} value={typedDate(agree.values, 'agreedOn', null)} />
                  <TextField name="agreedBy" label={m.agreedBy} hint={m.agreedByHint} value={typed(agree.values, 'agreedBy')} width="full" />
                  <SubmitButton>{m.saveOne}</SubmitButton>
                </Form>
              </Details>
            )}
          </Card>
          <h2>{m.projectMethods}</h2>
          {p.methods.length === 0 && <p>{m.projectMethodsNone}</p>}
          <ChosenMethods
            chosen={p.methods.map((c) => ({ ...c, mine: p.manage }))}
            catalogue={d.catalogue}
            today={d.today}
            endFields={(c) => ({ id: c.id, projectId: p.id })}
          />
          {p.manage && (
            <Card title={m.methodChoose} level={3}>
              <MethodForm
                catalogue={d.catalogue}
                errors={choose.errors}
                method={typed(choose.values, 'method')}
                reason={typed(choose.values, 'reason')}
                chosenOn={typedDate(choose.values, 'chosenOn', d.today)}
                hidden={{ projectId: p.id }}
              />
            </Card>
          )}
          <h2>{m.inFamilies}</h2>
          {p.families.length === 0 ? (
            <p>{m.inFamiliesNone}</p>
          ) : (
            <Table
              caption={m.inFamilies}
              hideCaption
              rows={p.families}
              rowKey={(r) => `${r.caseId} ${r.method} ${r.chosenOn}`}
              columns={[
                { key: 'method', label: m.method, rowHeader: true, cell: (r) => label(r.method) },
                { key: 'family', label: m.family, cell: (r) => <a href={`/familier/${r.caseId}/situation/metoder`}>{r.family}</a> },
                { key: 'why', label: m.reason, cell: (r) => r.reason },
                { key: 'from', label: m.chosenOn, cell: (r) => formatShortDate(locale, r.chosenOn, d.today) },
              ]}
            />
          )}
        </div>
      ))}
      <h2>{m.catalogue}</h2>
      {Object.keys(m.methodKind).map((kind) => {
        const of = d.catalogue.filter((c) => c.kind === kind)
        return of.length === 0 ? null : (
          <Card key={kind} title={m.methodKind[kind]} level={3}>
            <dl className="key-value key-value-stacked">
              {of.map((c) => (
                <div key={c.code}>
                  <dt>{c.label[locale]}</dt>
                  <dd>{c.text[locale]}</dd>
                </div>
              ))}
            </dl>
          </Card>
        )
      })}
      <Card title={m.instruments}>
        <p>{m.instrumentsLead}</p>
        <dl className="key-value key-value-stacked">
          {d.instruments.map((i) => (
            <div key={i.code}>
              <dt>
                {i.label[locale]} <Badge>{m.licence[i.licence] ?? i.licence}</Badge>
              </dt>
              <dd>
                {m.measures}: {i.measures[locale]}. {m.rights}: {i.holder[locale]}.
                {(i.ageFrom > 0 || i.ageUntil !== null) && ` ${m.ages}: ${i.ageUntil === null ? m.ageFrom(i.ageFrom) : m.ageBetween(i.ageFrom, i.ageUntil)}.`}
                {i.note && ` ${i.note[locale]}`}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
    </>
  )
}
