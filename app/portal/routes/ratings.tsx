import { redirect } from 'react-router'
import { AboutOthersQuestion } from '#app/consent/components/about-others-question.tsx'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatSaved, formatShortDate } from '#app/platform/time/format.ts'
import { RatingFields } from '#app/ratings/components/rating-fields.tsx'
import { ratingTexts } from '#app/ratings/messages.ts'
import type { MyRatings } from '#app/ratings/my-ratings.server.ts'
import { rateMyself } from '#app/ratings/rate.server.ts'
import { answersIn } from '#app/ratings/ratings.ts'
import { undoRating } from '#app/ratings/undo-rating.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { ReadableBy } from '#app/ui/fields.tsx'
import { DraftStatus, ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { OneStepForm } from '../components/one-step-form.tsx'
import { inCase } from '../portal-words.ts'
import { readMyRatings } from '../read-my-ratings.server.ts'
import type { Route } from './+types/ratings.ts'

const draftName = (caseId: number): string => `portal.ratings.${caseId}`

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const search = new URL(request.url).searchParams
  const { caseId, ratings } = await readMyRatings(ctx, { caseId: search.get('sag') })
  if (caseId === null) throw redirect('/min/plan')
  return { caseId, ratings, draft: ratings ? await findDraft(ctx, draftName(caseId)) : null, done: search.get('gemt') }
})

export const action = formAction(async ({ ctx, request, values }) => {
  const caseId = Number(new URL(request.url).searchParams.get('sag'))
  if (values['intent'] === 'undo') {
    await undoRating(ctx, { caseId, id: values['id'] })
    return redirect(inCase('/min/hvordan-gaar-det', caseId, { gemt: 'taget' }))
  }
  await rateMyself(ctx, { caseId, answers: answersIn(values), aboutOthers: values['aboutOthers'] })
  await dropDraft(ctx, draftName(caseId))
  return redirect(inCase('/min/hvordan-gaar-det', caseId, { gemt: 'svar' }))
})

/** How is it going, in my own numbers? One page for a thumb; some may be left out. */
export default function MyRatingsPage({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = ratingTexts(locale)
  const { errors, values, conflict } = refusal(locale, actionData)
  const address = inCase('/min/hvordan-gaar-det', d.caseId)
  return (
    <>
      <title>{m.title}</title>
      <BackLink href={inCase('/min/plan', d.caseId)}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      {d.done && <Toast>{d.done === 'taget' ? m.undone : m.saved}</Toast>}
      <PageHead title={m.title} lead={d.ratings ? m.lead : undefined} />
      {d.ratings === null ? (
        <EmptyState title={m.notAsked}>{m.notAskedBody}</EmptyState>
      ) : (
        <>
          {d.ratings.asked.every((a) => !a.due) && <p className="font-lead">{m.allDone}</p>}
          <Form action={address} errors={errors} summaryElsewhere draftUrl={`/kladde/${draftName(d.caseId)}`}>
            <AboutOthersQuestion conflict={conflict} />
            <RatingFields asked={d.ratings.asked} today={d.ratings.today} values={values ?? d.draft?.values ?? null} readers={d.ratings.readers} />
            <ReadableBy names={d.ratings.readers} />
            <p>{m.never}</p>
            <SubmitButton>{m.save}</SubmitButton>
            <DraftStatus />
            {d.draft && !values && <Note>{m.draft(formatSaved(locale, d.draft.savedAt, d.ratings.today))}</Note>}
          </Form>
          <WrittenForMe ratings={d.ratings} address={address} />
        </>
      )}
    </>
  )
}

/** What staff wrote down for me, with a way to take it back. */
function WrittenForMe({ ratings: d, address }: { ratings: MyRatings; address: string }) {
  const locale = useLocale()
  const m = ratingTexts(locale)
  if (d.writtenForMe.length === 0) return null
  return (
    <Card title={m.writtenForMe}>
      <p>{m.writtenForMeLead}</p>
      <ul className="nobullet-list">
        {d.writtenForMe.map((r) => (
          <li key={r.id}>
            <p>
              {d.asked.find((a) => a.question.code === r.question)?.question.text[locale] ?? r.question} <strong>{r.value}</strong>
              {r.words && ` “${r.words}”`}
              <br />
              {m.writtenBy(r.by ?? '', m.how[r.how], formatShortDate(locale, r.ratedOn, d.today))}
            </p>
            <OneStepForm action={address} fields={{ intent: 'undo', id: r.id }} label={m.undo} question={m.undoQuestion} confirm={m.undo} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
