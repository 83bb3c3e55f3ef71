import { data, redirect } from 'react-router'
import { Conflict } from '#app/platform/context.ts'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { Button, ButtonGroup, SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { ReadableBy } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Badge, Details, KeyValue } from '#app/ui/text.tsx'
import { EntryFields } from '../components/entry-form.tsx'
import { AlertsShown, ScoreLines, type ShownScore } from '../components/score-lines.tsx'
import { useWords } from '../components/words.ts'
import { entryIn } from '../entry.ts'
import { type EntryPage, readEntry } from '../read-entry.server.ts'
import { previewScore, registerScore } from '../register-score.server.ts'
import type { Route } from './+types/entry.ts'
import { isReasonToTalk } from '../norms.ts'
import { alertsIn } from '../scoring.ts'
import { rangeOf } from '../instruments.ts'

const idIn = (asked: URLSearchParams, name: string) => (asked.get(name) === null ? null : idParam(asked.get(name) ?? undefined))
const draftName = (caseId: number, c: NonNullable<EntryPage['chosen']>): string => `instruments.${caseId}.${c.person.id}.${c.tool.code}`

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const asked = new URL(request.url).searchParams
  const { read: _, ...found } = await readEntry(ctx, { caseId: idParam(params.caseId), personId: idIn(asked, 'person'), instrument: asked.get('redskab'), form: asked.get('skema'), corrects: idIn(asked, 'ret') })
  const draft = found.chosen && !found.chosen.corrects ? await findDraft(ctx, draftName(found.caseId, found.chosen)) : null
  return { page: found, draft: draft?.values ?? null }
})

export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const input = { ...withDates(values, ['answeredOn']), ...entryIn(values), caseId }
  if (values['intent'] === 'preview') {
    const p = await previewScore(ctx, input)
    const shown: ShownScore = {
      scales: p.tool.scales.filter((s) => s.code in p.scores).map((scale) => ({ scale, value: p.scores[scale.code] ?? null, range: rangeOf(p.tool, scale, p.form.informant), band: p.bands[scale.code] ?? null })),
      norm: p.normSet,
      talk: isReasonToTalk(p.normSet, p.bands) ? p.tool.talk : null,
      alerts: alertsIn(p.tool, p.answers),
      incomplete: p.incomplete,
    }
    return data({ preview: shown, typed: values })
  }
  try {
    const { id } = await registerScore(ctx, input)
    await dropDraft(ctx, `instruments.${caseId}.${String(values['personId'])}.${String(values['instrument'])}`)
    return redirect(`/familier/${caseId}/udvikling/skemaer/${id}?gemt=1`)
  } catch (error) {
    if (error instanceof Conflict) return redirect(`/familier/${caseId}/udvikling/skemaer?rettet=1`)
    throw error
  }
})

type Previewed = { preview: ShownScore; typed: Values }
const previewIn = (result: unknown): Previewed | null => (typeof result === 'object' && result !== null && 'preview' in result ? (result as Previewed) : null)

/** Which form was filled in, and what was answered? */
export default function Entry({ loaderData: { page: d, draft }, actionData }: Route.ComponentProps) {
  const { locale, m } = useWords()
  if (!d.chosen) return <Choose page={d} />
  const c = d.chosen
  const { errors, values } = refusal(locale, actionData)
  const before = previewIn(actionData)
  const title = (c.corrects ? m.correctTitle : m.entryFor)(c.tool.label[locale], c.person.name)
  const address = `/familier/${d.caseId}/udvikling/skemaer/ny?person=${c.person.id}&redskab=${c.tool.code}`
  return (
    <>
      <title>{`${title} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <BackLink href={`/familier/${d.caseId}/udvikling/skemaer${c.corrects ? `/${c.corrects.id}` : ''}`}>{m.title}</BackLink>
      <PageHead title={title} lead={c.tool.measures[locale]} />
      {!c.tool.framework && c.items.length > 0 && <p>{m.wordsNotHere}</p>}
      {c.tool.licence === 'licensed-by-tenant' && !c.tool.licensed && <Alert tone="info" live={false}>{m.licenceMissing}</Alert>}
      {c.forms.length > 1 && !c.corrects && (
        <nav aria-label={m.form}>
          <ul className="nobullet-list">
            {c.forms.map((f) => (
              <li key={f.code}>
                {f.code === c.form.code ? <strong aria-current="page">{f.label[locale]}</strong> : <a href={`${address}&skema=${f.code}`}>{f.label[locale]}</a>}
              </li>
            ))}
          </ul>
        </nav>
      )}
      {before && (
        <Card title={m.previewTitle} accent>
          <AlertsShown alerts={before.preview.alerts} />
          <ScoreLines shown={before.preview} />
        </Card>
      )}
      <Form errors={errors} summaryElsewhere draftUrl={c.corrects ? undefined : `/kladde/${draftName(d.caseId, c)}`}>
        <EntryFields chosen={c} values={values ?? before?.typed ?? draft} today={d.today} />
        <p>{c.norm ? m.normUsed(c.norm.label[locale]) : c.tool.framework ? null : m.noNorms}</p>
        {c.readBy.length > 0 && <ReadableBy names={c.readBy} />}
        <ButtonGroup>
          <SubmitButton>{c.corrects ? m.saveCorrection : m.save}</SubmitButton>
          <Button type="submit" name="intent" value="preview" variant="secondary">{m.preview}</Button>
        </ButtonGroup>
      </Form>
      <Details summary={m.licence[c.tool.licence]}>
        <KeyValue items={[{ key: m.holder, value: c.tool.holder[locale] }, { key: m.version, value: c.tool.version }]} />
        {c.tool.note && <p>{c.tool.note[locale]}</p>}
      </Details>
    </>
  )
}

function Choose({ page: d }: { page: EntryPage }) {
  const { locale, m } = useWords()
  return (
    <>
      <title>{`${m.entry} – Helhed`}</title>
      <BackLink href={`/familier/${d.caseId}/udvikling/skemaer`}>{m.title}</BackLink>
      <PageHead title={m.entry} lead={m.chooseLead} />
      {d.people.map((p) => (
        <section key={p.id}>
          <h2>{p.name}</h2>
          {p.tools.length === 0 && <p>{m.noTools}</p>}
          <ul className="nobullet-list">
            {p.tools.map((t) => (
              <li key={t.code}>
                <a href={`/familier/${d.caseId}/udvikling/skemaer/ny?person=${p.id}&redskab=${t.code}`}>{t.label[locale]}<span className="sr-only"> {p.name}</span></a>
                <span className="value-last"> {t.measures[locale]}</span> <Badge>{m.licence[t.licence]}</Badge>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
