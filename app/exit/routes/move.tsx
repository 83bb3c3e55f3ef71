import { redirect, useSearchParams } from 'react-router'
import { typed, typedDate, typedList, type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { ConflictAlert } from '../components/conflict.tsx'
import { ToldList } from '../components/told-list.tsx'
import { helpersFromForm } from '../leaving-people.ts'
import { da, en } from '../messages.ts'
import { moveFamily } from '../move-family.server.ts'
import { type ChangePage, readChange } from '../read-exit.server.ts'
import type { Route } from './+types/move.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readChange(ctx, { caseId: idParam(params.caseId) }))

export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  await moveFamily(ctx, { ...withDates(values, ['movedOn']), caseId, helpers: helpersFromForm(values) })
  return redirect(`/familier/${caseId}/optagelse/flyt?gemt=1`)
})

/** A move, in one step: who, when, where to, and which helpers suit the new address. */
export default function Move({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { errors, values, conflict } = refusal(locale, actionData)
  const moves = d.events.filter((e) => e.kind !== 'death')
  return (
    <>
      <title>{`${m.moveTitle}, ${d.name} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <ConflictAlert conflict={conflict} />
      <BackLink href={`/familier/${d.caseId}/optagelse`}>{m.back}</BackLink>
      <PageHead title={m.moveTitle} lead={m.moveLead} />
      {useSearchParams()[0].has('gemt') && !errors && <Toast>{m.moved}</Toast>}
      {moves.map((event) => (
        <Card key={event.id} title={event.names.join(', ')} aside={`${event.kind === 'move-out' ? m.out : m.inside} · ${formatDate(locale, event.onDate)}`}>
          <h3>{m.moveTold}</h3>
          <ToldList caption={m.moveTold} rows={d.told.filter((t) => t.event === event.id)} />
        </Card>
      ))}
      <MoveForm d={d} errors={errors} values={values} />
    </>
  )
}

const MoveForm = ({ d, errors, values }: { d: ChangePage; errors: Record<string, string> | null; values: Values | null }) => {
  const m = pick(useLocale(), { da, en })
  return (
    <Form errors={errors} summaryElsewhere guard>
      <CheckboxGroup
        name="personIds"
        legend={m.moveWho}
        choices={d.people.filter((p) => p.family && p.died === null).map((p) => ({ value: p.id, label: p.name }))}
        values={typedList(values, 'personIds').map(String)}
      />
      <DateFields name="movedOn" legend={m.moveOn} value={typedDate(values, 'movedOn', d.today)} />
      <RadioGroup
        name="where"
        legend={m.moveWhere}
        value={typed(values, 'where')}
        choices={[
          { value: 'inside', label: m.inside, reveals: <Home d={d} values={values} /> },
          { value: 'out', label: m.out, hint: m.outHint, reveals: <TextField name="to" label={m.toMunicipality} value={typed(values, 'to')} /> },
        ]}
      />
      {d.couples.length > 0 && (
        <CheckboxGroup name="endRelations" legend={m.relationsTitle} optional choices={d.couples.map((c) => ({ value: c.id, label: m.relation(c.a, c.b) }))} values={typedList(values, 'endRelations').map(String)} />
      )}
      <Note icon="info">{m.custodyNote}</Note>
      {d.helpers.length > 0 && <h2>{m.helpersTitle}</h2>}
      {d.helpers.map((helper) => (
        <RadioGroup
          key={helper.id}
          name={`helper.${helper.id}`}
          legend={`${helper.name}, ${helper.role.toLowerCase()}`}
          value={typed(values, `helper.${helper.id}`, 'stays')}
          choices={[
            { value: 'stays', label: m.helperStays },
            { value: 'ends', label: m.helperEnds },
            { value: 'changes', label: m.helperChanges, reveals: <Select name={`helperWho.${helper.id}`} label={m.who} options={d.workers} value={typed(values, `helperWho.${helper.id}`)} placeholder={m.choose} /> },
          ]}
        />
      ))}
      <ButtonGroup>
        <SubmitButton>{m.moveButton}</SubmitButton>
        <LinkButton variant="quiet" href={`/familier/${d.caseId}/optagelse/afslut`}>
          {m.toClose}
        </LinkButton>
      </ButtonGroup>
    </Form>
  )
}

const Home = ({ d, values }: { d: ChangePage; values: Values | null }) => {
  const m = pick(useLocale(), { da, en })
  return (
    <>
      <Select name="home" label={m.home} options={[{ value: 'new', label: m.newHome }, ...d.homes.map((h) => ({ value: h.id, label: h.name }))]} value={typed(values, 'home', 'new')} />
      <TextField name="homeName" label={m.homeName} hint={m.homeNameHint} value={typed(values, 'homeName')} optional />
      <TextField name="street" label={m.street} value={typed(values, 'street')} autoComplete="off" />
      <TextField name="postcode" label={m.postcode} value={typed(values, 'postcode')} width="s" inputMode="numeric" optional />
      <TextField name="city" label={m.city} value={typed(values, 'city')} optional />
      <Checkbox name="protected" label={m.protectedAddress} checked={typed(values, 'protected') === 'on'} />
    </>
  )
}
