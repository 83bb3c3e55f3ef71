import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { typed } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { CsrfInput, useLocale } from '#app/ui/context.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { Select, TextArea } from '#app/ui/fields.tsx'
import { DraftStatus, ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Details, Note } from '#app/ui/text.tsx'
import { NoteView } from '../components/note-view.tsx'
import { answersFrom } from '../forms.ts'
import { concludeForm, quoteConclusion, saveForm } from '../forms.server.ts'
import { viewBy } from '../frameworks.ts'
import { readSituation } from '../read-situation.server.ts'
import { nameOf, situationTexts } from '../situation-words.ts'
import { columns, levelsFrom } from '../situation.ts'
import type { Route } from './+types/form.ts'

const draftName = (formId: number) => `assessment.form.${formId}`

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const found = await readSituation(ctx, { caseId: idParam(params.caseId) })
  const form = found.forms.find((f) => f.id === idParam(params.formId))
  if (!form) throw new NotFound('form')
  return { page: found, form, saved: new URL(request.url).searchParams.has('gemt'), draft: await findDraft(ctx, draftName(form.id)) }
})

export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const formId = idParam(params.formId)
  const here = `/familier/${caseId}/situation/udredning/${formId}`
  if (values['intent'] === 'quote') {
    const note = await quoteConclusion(ctx, { ...values, caseId, formId })
    return redirect(`/familier/${caseId}/situation?gemt=1#note-${note.id}`)
  }
  if (values['intent'] === 'conclude') await concludeForm(ctx, { ...values, caseId, formId })
  else {
    await saveForm(ctx, { ...values, answers: answersFrom(values), levels: levelsFrom(values), caseId, formId })
    await dropDraft(ctx, draftName(formId))
  }
  return redirect(`${here}?gemt=1`)
})

/** A full form: its themes one by one, with what already stands on the family's page beside each. Once concluded, to read and to quote. */
export default function FormPage({ loaderData: { page: d, form: f, saved, draft }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = situationTexts(locale)
  const save = refusal(locale, actionData, 'save')
  const quote = refusal(locale, actionData, 'quote')
  const all = refusal(locale, actionData)
  const kind = d.formKinds.find((k) => k.code === f.kind)
  const mine = kind?.mine === true && f.concludedOn === null
  const themes = d.frames.themes.filter((t) => kind?.frameworks.includes(t.framework))
  const values = save.values ?? draft?.values ?? null
  const aboutThem = d.notes.filter((n) => n.personId === f.personId)
  const beside = new Map((kind?.frameworks ?? []).flatMap((fw) => viewBy(d.frames, aboutThem, fw).seen.map((s) => [s.theme.code, s] as const)))
  const groups = [...new Set(themes.map((t) => t.group[locale]))]
  const title = m.formAbout(kind?.label[locale] ?? f.kind, nameOf(d.people, f.personId, m))
  const base = `/familier/${d.caseId}/situation`
  const parts = groups.map((group) => (
    <Card key={group} title={group}>
      {themes
        .filter((t) => t.group[locale] === group)
        .map((t) => {
          const notes = [...(beside.get(t.code)?.direct ?? []), ...(beside.get(t.code)?.through ?? []).map((x) => x.note)]
          return (
            <section key={t.code} className="keep-together theme">
              {mine ? (
                <>
                  <TextArea name={`theme.${t.code}`} label={t.label[locale]} hint={t.plain[locale]} value={typed(values, `theme.${t.code}`, f.answers[t.code] ?? '')} rows={3} optional />
                  {t.level === 'required' && (
                    <Select
                      name={`level.${t.code}`}
                      label={m.level(t.label[locale])}
                      value={typed(values, `level.${t.code}`, f.levels[t.code] === undefined ? '' : String(f.levels[t.code]))}
                      placeholder={m.levelNone}
                      optional
                      options={m.levels.map((label, value) => ({ value, label: `${value} ${label}` }))}
                    />
                  )}
                </>
              ) : (
                f.answers[t.code] && (
                  <>
                    <h3>{t.label[locale]}</h3>
                    <p>{f.answers[t.code]}</p>
                    {f.levels[t.code] !== undefined && (
                      <p className="note-line">{`${m.level(t.label[locale])}: ${f.levels[t.code]} ${m.levels[f.levels[t.code] ?? 0]}`}</p>
                    )}
                  </>
                )
              )}
              {mine && notes.length > 0 && (
                <Details summary={`${m.formNotes} (${notes.length})`}>
                  <ul className="box-notes nobullet-list">
                    {notes.map((n) => (
                      <li key={n.id}>
                        <NoteView note={n} people={d.people} today={d.today} about={f.personId} />
                      </li>
                    ))}
                  </ul>
                </Details>
              )}
            </section>
          )
        })}
    </Card>
  ))
  return (
    <>
      <title>{`${title} – ${d.familyName}`}</title>
      {saved && <Toast>{m.saved}</Toast>}
      <BackLink href={`${base}/udredning`}>{m.formsTitle}</BackLink>
      <ErrorSummary errors={all.errors} />
      {all.conflict && <Alert tone="warning" title={m.staleTitle}>{null}</Alert>}
      <PageHead
        title={title}
        lead={f.concludedOn ? `${f.authority}. ${m.formDone(formatDate(locale, f.concludedOn))}` : `${f.authority}. ${m.formDraft}`}
      />
      {kind && <Note icon="info">{m.formLaw(kind.paragraph)}</Note>}
      {mine ? (
        <Form errors={save.errors} summaryElsewhere draftUrl={`/kladde/${draftName(f.id)}`} guard>
          <input type="hidden" name="intent" value="save" />
          <input type="hidden" name="seenRevision" value={f.revision} />
          {parts}
          <TextArea name="conclusion" label={m.formConclusion} hint={m.formConclusionHint} value={typed(values, 'conclusion', f.conclusion)} rows={6} optional />
          <SubmitButton>{m.formSave}</SubmitButton>
          <DraftStatus />
        </Form>
      ) : (
        <>
          {f.conclusion && (
            <Card title={m.formConclusion} accent>
              <p>{f.conclusion}</p>
            </Card>
          )}
          {parts}
        </>
      )}
      {mine && f.conclusion !== '' && (
        <form method="post">
          <CsrfInput />
          <input type="hidden" name="intent" value="conclude" />
          <input type="hidden" name="seenRevision" value={f.revision} />
          <ConfirmButton label={m.formConclude} question={m.formConcludeQuestion} confirm={m.formConclude} />
        </form>
      )}
      {f.concludedOn && d.may.write && (
        <Card title={m.quote}>
          <p>{m.quoteLead}</p>
          <Form errors={quote.errors} summaryElsewhere>
            <input type="hidden" name="intent" value="quote" />
            <TextArea name="words" label={m.quoteWords} value={typed(quote.values, 'words', f.conclusion)} rows={4} />
            <RadioGroup
              name="part"
              legend={m.quoteWhere}
              inline
              value={typed(quote.values, 'part', 'worry')}
              choices={columns.map((c) => ({ value: c, label: m.part[c] }))}
            />
            <SubmitButton>{m.quote}</SubmitButton>
          </Form>
        </Card>
      )}
    </>
  )
}
