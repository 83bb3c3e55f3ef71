import { redirect, useSearchParams } from 'react-router'
import { typed, typedDate, type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { ButtonGroup, ConfirmButton, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Details } from '#app/ui/text.tsx'
import { ConflictAlert } from '../components/conflict.tsx'
import { ToldList } from '../components/told-list.tsx'
import { da, en } from '../messages.ts'
import { type ChangePage, readChange } from '../read-exit.server.ts'
import { registerDeath, undoDeath } from '../register-death.server.ts'
import type { Route } from './+types/death.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readChange(ctx, { caseId: idParam(params.caseId) }))

export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  const here = `/familier/${caseId}/optagelse/doedsfald`
  if (values['intent'] === 'undo') {
    await undoDeath(ctx, { caseId, eventId: values['eventId'], reason: values['reason'] })
    return redirect(`${here}?taget-tilbage=1`)
  }
  await registerDeath(ctx, { ...withDates(values, ['diedOn']), caseId })
  return redirect(`${here}?gemt=1`)
})

/** A death in the family, in one step; and the way back when it was a mistake. */
export default function Death({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { errors, values } = refusal(locale, actionData, 'death')
  const deaths = d.events.filter((e) => e.kind === 'death')
  return (
    <>
      <title>{`${m.deathTitle}, ${d.name} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <ConflictAlert conflict={refusal(locale, actionData).conflict} />
      <BackLink href={`/familier/${d.caseId}/optagelse`}>{m.back}</BackLink>
      <PageHead title={m.deathTitle} lead={deaths.length > 0 ? undefined : m.deathLead} />
      {useSearchParams()[0].has('taget-tilbage') && <Alert tone="success" title={m.undone} />}
      {deaths.map((event) => (
        <Registered key={event.id} event={event} d={d} actionData={actionData} />
      ))}
      {deaths.length > 0 ? (
        <Details summary={m.deathAnother} open={errors !== null}>
          <DeathForm d={d} errors={errors} values={values} />
        </Details>
      ) : (
        <DeathForm d={d} errors={errors} values={values} />
      )}
    </>
  )
}

const DeathForm = ({ d, errors, values }: { d: ChangePage; errors: Record<string, string> | null; values: Values | null }) => {
  const m = pick(useLocale(), { da, en })
  const living = d.people.filter((p) => p.died === null)
  return (
    <Form errors={errors} summaryElsewhere guard>
      <input type="hidden" name="intent" value="death" />
      <RadioGroup name="personId" legend={m.deathWho} value={typed(values, 'personId')} choices={living.map((p) => ({ value: p.id, label: p.name }))} />
      <DateFields name="diedOn" legend={m.deathOn} value={typedDate(values, 'diedOn')} />
      <Card title={m.deathWhat}>
        <ul>
          {m.deathList.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
      <ButtonGroup>
        <SubmitButton>{m.deathButton}</SubmitButton>
        <LinkButton variant="quiet" href={`/familier/${d.caseId}/optagelse`}>
          {m.cancel}
        </LinkButton>
      </ButtonGroup>
    </Form>
  )
}

const Registered = ({ event, d, actionData }: { event: ChangePage['events'][number]; d: ChangePage; actionData: unknown }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const undo = refusal(locale, actionData, 'undo')
  return (
    <Card title={`${event.names.join(', ')} †`} aside={formatDate(locale, event.onDate)} accent>
      <p>{m.deathDone(event.names.join(', '))}</p>
      {d.childrenAlone.map((name) => (
        <Alert key={name} tone="warning" level={3} title={m.deathChild(name)} live={false} />
      ))}
      <h3>{m.deathTold}</h3>
      <ToldList caption={m.deathTold} rows={d.told.filter((t) => t.event === event.id)} />
      <Details summary={m.undoTitle} open={undo.errors !== null}>
        <p>{m.undoLead}</p>
        <Form prefix={`u${event.id}`} errors={undo.errors}>
          <input type="hidden" name="eventId" value={event.id} />
          <TextArea name="reason" label={m.undoReason} rows={2} value={typed(undo.values, 'reason')} />
          <ConfirmButton label={m.undoButton} question={m.undoQuestion} confirm={m.undoButton} name="intent" value="undo" />
        </Form>
      </Details>
    </Card>
  )
}
