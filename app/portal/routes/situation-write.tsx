import { redirect } from 'react-router'
import { changeNote } from '#app/assessment/change-note.server.ts'
import { NoteForm } from '#app/assessment/components/note-form.tsx'
import { situationTexts } from '#app/assessment/situation-words.ts'
import { parts } from '#app/assessment/situation.ts'
import { writeNote } from '#app/assessment/write-note.server.ts'
import { AboutOthersQuestion } from '#app/consent/components/about-others-question.tsx'
import { NotFound } from '#app/platform/context.ts'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { typed } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { inCase } from '../portal-words.ts'
import { readMySituation } from '../read-my-situation.server.ts'
import type { Route } from './+types/situation-write.ts'

const draftName = (caseId: number) => `portal.situation.${caseId}.new`

/** `?om=12&felt=strength` a new note, `?note=7` one of my own. */
export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  const found = await readMySituation(ctx, { caseId: query.get('sag') })
  if (found.page === null) throw redirect('/min/situation')
  const { page: d } = found
  const note = query.has('note') ? d.notes.find((n) => n.id === Number(query.get('note')) && n.authorPersonId === ctx.actor.id) : undefined
  const people = d.people.filter((p) => p.speaksFor)
  if (!d.may.write || (query.has('note') && !note) || people.length === 0) throw new NotFound('note')
  const about = people.find((p) => p.id === Number(query.get('om'))) ?? people.find((p) => p.id === ctx.actor.id) ?? people[0]!
  return {
    caseId: d.caseId,
    today: d.today,
    people,
    about,
    part: parts.find((p) => p === query.get('felt')) ?? ('strength' as const),
    note: note ?? null,
    readers: found.readers,
    healthReaders: found.healthReaders,
    draft: await findDraft(ctx, draftName(d.caseId)),
  }
})

export const action = formAction(async ({ ctx, request, values }) => {
  const caseId = Number(new URL(request.url).searchParams.get('sag'))
  if (values['intent'] === 'change') {
    await changeNote(ctx, { ...values, caseId })
    return redirect(inCase('/min/situation', caseId, { gemt: '1' }))
  }
  await writeNote(ctx, { ...values, caseId })
  await dropDraft(ctx, draftName(caseId))
  const [om, felt] = [String(values['personId']), String(values['part'])]
  if (values['more']) return redirect(inCase('/min/situation/skriv', caseId, { om, felt }))
  return redirect(`${inCase('/min/situation', caseId, { gemt: '1' })}#person-${om}`)
})

/** One note in one's own words. */
export default function WriteMine({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = situationTexts(locale)
  const { errors, values, conflict } = refusal(locale, actionData)
  const back = inCase('/min/situation', d.caseId)
  const title = m.writeAbout(d.note ? (d.people.find((p) => p.id === d.note?.personId)?.name ?? m.wholeFamily) : d.about.name)
  return (
    <>
      <title>{title}</title>
      <BackLink href={back}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      {conflict?.code === 'stale' && <Alert tone="warning" title={m.staleTitle}>{null}</Alert>}
      <PageHead title={title} />
      {d.note ? (
        <Form action={inCase('/min/situation/skriv', d.caseId, { note: d.note.id })} errors={errors} summaryElsewhere>
          <AboutOthersQuestion conflict={conflict} />
          <input type="hidden" name="intent" value="change" />
          <input type="hidden" name="noteId" value={d.note.id} />
          <input type="hidden" name="seenRevision" value={d.note.revision} />
          <TextArea name="words" label={m.words} hint={m.partHint[d.note.part]} value={typed(values, 'words', d.note.words)} rows={4} />
          <ButtonGroup>
            <SubmitButton>{m.saveOne}</SubmitButton>
            <LinkButton variant="quiet" href={back}>
              {m.cancel}
            </LinkButton>
          </ButtonGroup>
        </Form>
      ) : (
        <NoteForm
          people={d.people}
          start={{ personId: d.about.id, part: d.part }}
          today={d.today}
          sectors={null}
          readers={d.readers}
          healthReaders={d.healthReaders}
          errors={errors}
          values={values ?? d.draft?.values ?? null}
          conflict={conflict}
          draftUrl={`/kladde/${draftName(d.caseId)}`}
          action={inCase('/min/situation/skriv', d.caseId, { om: d.about.id, felt: d.part })}
          cancelHref={back}
        />
      )}
    </>
  )
}
