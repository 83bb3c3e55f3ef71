import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { typed, typedDate, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { ScaleFields } from '../components/scale-fields.tsx'
import { Scales } from '../components/scale.tsx'
import { rate } from '../rate.server.ts'
import { readForWriting } from '../read-situation.server.ts'
import { situationTexts } from '../situation-words.ts'
import { channels } from '../situation.ts'
import type { Route } from './+types/scale.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const personId = idParam(params.personId)
  const found = await readForWriting(ctx, { caseId: idParam(params.caseId), personId })
  const person = found.people.find((p) => p.id === personId)
  if (!person) throw new NotFound('person')
  return { page: found, person }
})

export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const personId = idParam(params.personId)
  await rate(ctx, { ...withDates(values, ['onBehalfOn']), caseId, personId })
  return redirect(`/familier/${caseId}/situation?gemt=1#person-${personId}`)
})

/** A number from 0 to 10 about one member, with whose it is. */
export default function ScalePage({ loaderData: { page: d, person }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = situationTexts(locale)
  const { errors, values } = refusal(locale, actionData)
  const back = `/familier/${d.caseId}/situation#person-${person.id}`
  const said = (
    <>
      <RadioGroup
        name="onBehalfChannel"
        legend={m.how}
        inline
        value={typed(values, 'onBehalfChannel', 'meeting')}
        choices={channels.map((c) => ({ value: c, label: m.channel[c] }))}
      />
      <DateFields name="onBehalfOn" legend={m.when} value={typedDate(values, 'onBehalfOn', d.today)} />
    </>
  )
  return (
    <>
      <title>{`${m.scaleOf(person.name)} – ${d.familyName}`}</title>
      <BackLink href={back}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHead title={m.scaleOf(person.name)} lead={m.scaleHint} />
      {d.scales.some((s) => s.personId === person.id) && (
        <Card>
          <Scales scales={d.scales.filter((s) => s.personId === person.id)} about={person.id} people={d.people} today={d.today} />
        </Card>
      )}
      <Form errors={errors} summaryElsewhere guard>
        <RadioGroup
          name="saidByPerson"
          legend={m.saidBy}
          inline
          value={typed(values, 'saidByPerson', String(person.id))}
          choices={[...d.people.map((p) => ({ value: p.id, label: p.name })), { value: '', label: m.saidByMe }]}
        />
        {said}
        <ScaleFields values={values} readers={d.readers} />
        <ButtonGroup>
          <SubmitButton>{m.saveOne}</SubmitButton>
          <LinkButton variant="quiet" href={back}>
            {m.cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
}
