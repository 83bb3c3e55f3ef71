import { redirect } from 'react-router'
import { AboutOthersQuestion } from '#app/consent/components/about-others-question.tsx'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { typed, typedDate, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { DraftStatus, ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { RatingFields } from '../components/rating-fields.tsx'
import { ratingTexts } from '../messages.ts'
import { rateForSomebody } from '../rate.server.ts'
import { answersIn, CHANNELS } from '../ratings.ts'
import { readRateFor } from '../read-ratings.server.ts'
import type { Route } from './+types/rate-for.ts'

const draftName = (caseId: number, personId: number): string => `ratings.for.${caseId}.${personId}`

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const found = await readRateFor(ctx, { caseId: idParam(params.caseId), personId: idParam(params.personId) })
  const draft = await findDraft(ctx, draftName(found.caseId, found.person.id))
  return { ...found, draft: draft?.values ?? null }
})

export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params['caseId'])
  const personId = idParam(params['personId'])
  await rateForSomebody(ctx, { ...withDates(values, ['on']), caseId, personId, asked: values['asked'] === 'on', answers: answersIn(values) })
  await dropDraft(ctx, draftName(caseId, personId))
  return redirect(`/familier/${caseId}/udvikling/egen?gemt=1`)
})

/** Somebody's own numbers from paper or the telephone. */
export default function RateFor({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = ratingTexts(locale)
  const { errors, values, conflict } = refusal(locale, actionData)
  const known = values ?? d.draft
  const address = `/familier/${d.caseId}/udvikling/egen`
  const own = d.asked.some((a) => a.now !== null && a.now.by === null)
  return (
    <>
      <title>{`${m.forTitle(d.person.name)} – Helhed`}</title>
      <BackLink href={address}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHead title={m.forTitle(d.person.name)} lead={m.forLead} />
      {own && <Note icon="info">{m.already(d.person.name)}</Note>}
      <Form action={`${address}/${d.person.id}`} errors={errors} summaryElsewhere draftUrl={`/kladde/${draftName(d.caseId, d.person.id)}`}>
        <AboutOthersQuestion conflict={conflict} />
        <RadioGroup name="how" legend={m.howAsked} inline value={typed(known, 'how')} choices={CHANNELS.map((c) => ({ value: c, label: m.channels[c] }))} />
        <DateFields name="on" legend={m.on} value={typedDate(known, 'on', d.today)} />
        {d.person.child && <Checkbox name="asked" label={m.asked(d.person.name)} hint={m.askedHint} checked={typed(known, 'asked') === 'on'} />}
        <RatingFields asked={d.asked} today={d.today} values={known} readers={d.readers} filled={!own} />
        <ButtonGroup>
          <SubmitButton>{m.save}</SubmitButton>
          <LinkButton variant="quiet" href={address}>
            {m.back}
          </LinkButton>
        </ButtonGroup>
        <DraftStatus />
      </Form>
    </>
  )
}
