import { redirect } from 'react-router'
import { AboutOthersQuestion } from '#app/consent/components/about-others-question.tsx'
import { refusal } from '#app/platform/forms/refusal.ts'
import { typed } from '#app/platform/forms/form-values.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ActionButton, ButtonGroup, ConfirmButton, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { CsrfInput, useLocale } from '#app/ui/context.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { ReadableBy, TextArea, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { changeNote, dropNote } from '../change-note.server.ts'
import { LabelForm } from '../components/label-form.tsx'
import { NeedToHelp } from '../components/need-to-help.tsx'
import { NoteView } from '../components/note-view.tsx'
import { PrinciplesNote } from '../components/principles.tsx'
import { labelNote } from '../label-note.server.ts'
import { readNote } from '../read-situation.server.ts'
import { isOwnWords, nameOf, situationTexts } from '../situation-words.ts'
import { levelsFrom } from '../situation.ts'
import { takeOverNote } from '../take-over-note.server.ts'
import type { Route } from './+types/note.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => ({
  page: await readNote(ctx, { caseId: idParam(params.caseId), noteId: idParam(params.noteId) }),
  saved: new URL(request.url).searchParams.has('gemt'),
  all: new URL(request.url).searchParams.has('alle'),
}))

export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const noteId = idParam(params.noteId)
  const base = `/familier/${caseId}/situation`
  switch (values['intent']) {
    case 'drop': {
      const out = await dropNote(ctx, { ...values, caseId, id: noteId })
      return redirect(`${base}?ude=${out.id}-${out.revision}`)
    }
    case 'take-over': {
      const own = await takeOverNote(ctx, { caseId, id: noteId })
      return redirect(`${base}/note/${own.id}?gemt=1`)
    }
    case 'label':
      await labelNote(ctx, { ...values, levels: levelsFrom(values), caseId, noteId })
      return redirect(`${base}/note/${noteId}?gemt=1#temaer`)
    default:
      await changeNote(ctx, { ...values, caseId, noteId })
      return redirect(`${base}?gemt=1#note-${noteId}`)
  }
})

const theirs = (conflict: { code: string; theirs?: unknown } | null): { words: string; revision: number } | null => {
  if (conflict?.code !== 'stale' || typeof conflict.theirs !== 'object' || conflict.theirs === null) return null
  const { words, revision } = conflict.theirs as { words?: unknown; revision?: unknown }
  return typeof revision === 'number' ? { words: typeof words === 'string' ? words : '', revision } : null
}

/** One note: its words, what it may become, its themes. */
export default function NotePage({ loaderData: { page: d, saved, all }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = situationTexts(locale)
  const { errors, values, conflict } = refusal(locale, actionData)
  const n = d.note
  const base = `/familier/${d.caseId}/situation`
  const owner = d.may.sectors.includes(n.sector)
  const changes = owner && n.authorPersonId === null
  const stale = theirs(conflict)
  return (
    <>
      <title>{`${m.noteTitle} – ${d.familyName}`}</title>
      {saved && <Toast>{m.saved}</Toast>}
      <BackLink href={`${base}#note-${n.id}`}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      {stale && (
        <Alert tone="warning" title={m.staleTitle}>
          <p>{m.staleText(stale.words)}</p>
        </Alert>
      )}
      <PageHead title={`${m.part[n.part]}: ${nameOf(d.people, n.personId, m)}`} />
      <Card accent>
        <NoteView note={n} people={d.people} today={d.today} carried={d.carried} />
        {d.readers.length > 0 ? <ReadableBy names={d.readers} /> : <Note icon="lock">{m.readNobody}</Note>}
      </Card>
      {d.may.write && (n.part === 'need' || n.part === 'wish' || n.part === 'next') && <NeedToHelp page={d} all={all} />}
      {owner && <LabelForm note={n} frames={d.frames} people={d.people} revision={stale?.revision ?? n.revision} />}
      {!owner && n.stated && d.may.sectors.includes(n.stated.sector) ? (
        <Card title={m.takeOver}>
          <p>{m.takeOverHint}</p>
          <ActionButton fields={{ intent: 'take-over' }} action="" label={m.takeOver} />
        </Card>
      ) : (
        !owner && <Note icon="lock">{m.ownerOnly}</Note>
      )}
      {changes ? (
        <Card title={m.change}>
          {!n.quoted && (
            <Form errors={errors} summaryElsewhere guard>
              <AboutOthersQuestion conflict={conflict} />
              <input type="hidden" name="intent" value="change" />
              <input type="hidden" name="seenRevision" value={stale?.revision ?? n.revision} />
              <TextArea name="words" label={m.words} value={typed(values, 'words', n.words)} rows={3} />
              <ButtonGroup>
                <SubmitButton>{m.saveOne}</SubmitButton>
                <LinkButton variant="quiet" href={`${base}#note-${n.id}`}>
                  {m.cancel}
                </LinkButton>
              </ButtonGroup>
            </Form>
          )}
          <form method="post">
            <CsrfInput />
            <input type="hidden" name="intent" value="drop" />
            <input type="hidden" name="seenRevision" value={n.revision} />
            <ConfirmButton label={m.drop} question={m.dropQuestion} confirm={m.drop} variant="quiet">
              <TextField id="reason" name="reason" label={m.dropReason} />
            </ConfirmButton>
          </form>
        </Card>
      ) : (
        isOwnWords(n) && owner && <Note icon="info">{m.ownWords}</Note>
      )}
      <PrinciplesNote principles={d.principles} today={d.today} />
    </>
  )
}
