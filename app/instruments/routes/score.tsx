import { redirect } from 'react-router'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate, formatShortDate } from '#app/platform/time/format.ts'
import { ConfirmButton, LinkButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { Curve } from '#app/ui/curve.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Details, KeyValue } from '#app/ui/text.tsx'
import { AlertsShown, ScoreLines } from '../components/score-lines.tsx'
import { changeText, useWords, whoAnswered } from '../components/words.ts'
import { takeBackScore } from '../register-score.server.ts'
import { readScore, type ScorePage } from '../read-score.server.ts'
import { inWords, shadowOf } from '../score-words.ts'
import type { Route } from './+types/score.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => ({
  page: await readScore(ctx, { caseId: idParam(params.caseId), id: idParam(params.scoreId) }),
  saved: new URL(request.url).searchParams.has('gemt'),
}))

export const action = formAction(async ({ ctx, params }) => {
  const caseId = idParam(params.caseId)
  await takeBackScore(ctx, { caseId, id: idParam(params.scoreId) })
  return redirect(`/familier/${caseId}/udvikling/skemaer?tilbage=1`)
})

/** What does this score say, and what does it rest on? */
export default function OneScore({ loaderData: { page: d, saved }, actionData }: Route.ComponentProps) {
  const { locale, m } = useWords()
  const { errors } = refusal(locale, actionData)
  const title = m.entryFor(d.tool.label[locale], d.person.name)
  const list = `/familier/${d.caseId}/udvikling/skemaer`
  const shown = {
    scales: d.scales.map((s) => ({ ...s, band: d.score.bands[s.scale.code] ?? null })),
    norm: d.norm,
    talk: d.talk ? (d.tool.talk ?? { da: m.talkBody, en: m.talkBody }) : null,
    alerts: d.alerts,
    incomplete: d.score.answers !== null && Object.values(d.score.scores).includes(null),
  }
  return (
    <>
      <title>{`${title} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      {saved && <Toast>{m.saved}</Toast>}
      <BackLink href={list}>{m.title}</BackLink>
      <PageHead title={title} lead={`${m.onDay(formatDate(locale, d.score.answeredOn))}. ${whoAnswered(locale, d.score)}.`} action={d.may.write && <LinkButton href={`${list}/ny?ret=${d.score.id}`}>{m.correct}</LinkButton>} />
      <AlertsShown alerts={d.alerts} />
      <Card title={m.score} accent>
        <ScoreLines shown={shown} />
        <Changes page={d} />
      </Card>
      <Curves page={d} />
      <Behind page={d} />
      {d.may.takeBack && (
        <Form>
          <ConfirmButton label={m.takeBack} question={m.takeBackAsk} confirm={m.takeBackYes} />
        </Form>
      )}
    </>
  )
}

/** Both thresholds where two exist: that of one person, and that of a group. */
function Changes({ page: d }: { page: ScorePage }) {
  const { locale, m } = useWords()
  const changed = d.scales.flatMap((s) => (s.change ? [{ ...s, change: s.change }] : []))
  return (
    <>
      {changed.map(({ scale, change }) => (
        <p key={scale.code}>
          {`${scale.label[locale]}: ${changeText(locale, change, d.today)}. `}
          {change.needed !== null && `${m.needs(inWords(locale, change.needed))} `}
          {scale.relevantChange && scale.errors.length > 0 && m.forGroups(inWords(locale, scale.relevantChange.points))}
        </p>
      ))}
    </>
  )
}

function Curves({ page: d }: { page: ScorePage }) {
  const { locale, m } = useWords()
  return (
    <>
      {d.scales.flatMap(({ scale, series }) =>
        series && series.points.length > 1
          ? [
              <Curve
                key={scale.code}
                title={scale.label[locale]}
                alt={m.curve(scale.label[locale])}
                valueLabel={m.score}
                range={series.measure.range}
                points={series.points.map((p) => ({ date: p.on, value: p.value, ...shadowOf(series.measure, p.value) }))}
              />,
            ]
          : [],
      )}
    </>
  )
}

/** Raw answers, the rule and the norms: enough to count it again. */
function Behind({ page: d }: { page: ScorePage }) {
  const { locale, m } = useWords()
  return (
    <>
      <Details summary={m.raw}>
        {d.score.answers === null ? <p>{m.rawNone}</p> : <KeyValue items={d.items.map((i, k) => ({ key: `${m.number(k + 1)} · ${i.label?.[locale] ?? i.code}`, value: i.answer === null ? '–' : String(i.answer) }))} />}
        {d.again && <p>{(d.again.same ? m.again : m.notAgain)(d.score.algorithm)}</p>}
      </Details>
      <Details summary={m.norms}>
        {d.norm ? (
          <>
            <p>{`${d.norm.label[locale]}${d.norm.groups.map((g) => `, ${g.label[locale]}`).join('')} (${d.score.normVersion ?? ''}). ${m.source}: ${d.norm.source}.`}</p>
            {d.norm.verified === false && <p>{m.uncertainNorms}</p>}
            {d.norm.note && <p>{d.norm.note[locale]}</p>}
          </>
        ) : (
          <p>{m.noNorms}</p>
        )}
        {d.scales.flatMap(({ scale }) => scale.errors.map((e) => <p key={`${scale.code} ${e.source}`}>{`${scale.label[locale]}: ${m.source} ${e.source} (SD ${inWords(locale, e.sd)}, ${e.type} ${e.reliability.toLocaleString(locale)})${e.verified ? '' : `, ${m.unverified}`}`}</p>))}
      </Details>
      <p className="form-hint">{`${m.written(d.score.writtenBy ?? '–', formatShortDate(locale, d.score.writtenOn, d.today))} · ${m.filledWas[d.score.filled]} · ${m.version} ${d.score.version}`}</p>
    </>
  )
}
