import { redirect } from 'react-router'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { NoteForm } from '../components/note-form.tsx'
import { PrinciplesNote } from '../components/principles.tsx'
import { readForWriting } from '../read-situation.server.ts'
import { situationTexts } from '../situation-words.ts'
import { isBox, isHouse, parts } from '../situation.ts'
import { writeNote } from '../write-note.server.ts'
import type { Route } from './+types/write.ts'

const draftName = (caseId: number) => `assessment.note.${caseId}.new`

/** `?om=12&felt=strength`: whom and where the note begins. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  const caseId = idParam(params.caseId)
  const about = /^\d{1,15}$/.test(query.get('om') ?? '') ? Number(query.get('om')) : null
  const part = parts.find((p) => p === query.get('felt')) ?? ('strength' as const)
  const page = await readForWriting(ctx, { caseId, personId: about })
  // A box is somebody's: without a name it begins with the first of the family.
  const first = isBox(part) && !query.has('om') ? (page.people.find((p) => p.family)?.id ?? null) : null
  return {
    page,
    start: {
      personId: page.people.some((p) => p.id === about) ? about : first,
      part,
    },
    draft: await findDraft(ctx, draftName(caseId)),
  }
})

export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const note = await writeNote(ctx, { ...withDates(values, ['onBehalfOn', 'statedOn', 'quotedOn', 'heardOn']), caseId })
  await dropDraft(ctx, draftName(caseId))
  const part = String(values['part'])
  const person = String(values['personId'] ?? '')
  const base = `/familier/${caseId}/situation`
  if (values['more']) return redirect(`${base}/skriv?felt=${part}&om=${person}&gemt=1`)
  return redirect(isHouse(part) ? `${base}/huse/${person}?gemt=1` : `${base}?gemt=1#note-${note.id}`)
})

/** One note, written down. */
export default function Write({ loaderData: { page: d, start, draft }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = situationTexts(locale)
  const { errors, values, conflict } = refusal(locale, actionData)
  const person = d.people.find((p) => p.id === start.personId)
  const base = `/familier/${d.caseId}/situation`
  const back = isHouse(start.part) && person ? `${base}/huse/${person.id}` : base
  const title = person ? m.writeAbout(person.name) : m.writeTitle
  return (
    <>
      <title>{`${title} – ${d.familyName}`}</title>
      <BackLink href={back}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHead title={title} lead={m.wordsHint} />
      <NoteForm
        people={isHouse(start.part) ? d.people.filter((p) => p.id === start.personId) : d.people}
        start={start}
        today={d.today}
        sectors={d.may.sectors}
        readers={d.readers}
        healthReaders={d.healthReaders}
        errors={errors}
        values={values ?? draft?.values ?? null}
        conflict={conflict}
        draftUrl={`/kladde/${draftName(d.caseId)}`}
        action={`${base}/skriv?felt=${start.part}${start.personId === null ? '' : `&om=${start.personId}`}`}
        cancelHref={back}
      />
      <PrinciplesNote principles={d.principles} today={d.today} />
    </>
  )
}
