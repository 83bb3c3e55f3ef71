import { redirect } from 'react-router'
import { changeText, useWords } from '#app/instruments/components/words.ts'
import type { Line } from '#app/instruments/read-instruments.server.ts'
import { readInstruments } from '#app/instruments/read-instruments.server.ts'
import { takeBackScore } from '#app/instruments/register-score.server.ts'
import { inWords } from '#app/instruments/score-words.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { OneStepForm } from '../components/one-step-form.tsx'
import { inCase } from '../portal-words.ts'
import { findMyCase } from '../only-case.server.ts'
import type { Route } from './+types/forms.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const search = new URL(request.url).searchParams
  const { caseId } = await findMyCase(ctx, { caseId: search.get('sag') })
  if (caseId === null) throw redirect('/min/plan')
  const { scores: _, ...found } = await readInstruments(ctx, { caseId })
  return { page: found, me: ctx.actor.id, done: search.has('gemt') }
})

export const action = formAction(async ({ ctx, request, values }) => {
  const caseId = Number(new URL(request.url).searchParams.get('sag'))
  await takeBackScore(ctx, { caseId, id: values['id'] })
  return redirect(inCase('/min/skemaer', caseId, { gemt: 1 }))
})

/** Which forms of mine are kept, what did they say, and who wrote them down? */
export default function MyForms({ loaderData: { page: d, me, done } }: Route.ComponentProps) {
  const { m } = useWords()
  const people = d.people.filter((p) => p.lines.length > 0)
  return (
    <>
      <title>{m.mine}</title>
      <BackLink href={inCase('/min/udvikling', d.caseId)} />
      {done && <Toast>{m.takenBack}</Toast>}
      <PageHead title={m.mine} lead={people.length > 0 ? m.mineLead : undefined} />
      {people.length === 0 && <EmptyState title={m.mineNone}>{m.mineNoneBody}</EmptyState>}
      {people.map((p) => (
        <Card key={p.person.id} title={p.person.name}>
          <ul className="nobullet-list">
            {p.lines.map((line) => (
              <li key={line.score.id}>
                <OneForm line={line} today={d.today} />
                {line.score.onBehalfOf === me && <OneStepForm action={inCase('/min/skemaer', d.caseId)} fields={{ id: line.score.id }} label={m.mineTakeBack} question={m.takeBackAsk} confirm={m.takeBackYes} />}
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </>
  )
}

/** The score in short sentences; no band, which says nothing to the family that a talk does not say better. */
function OneForm({ line, today }: { line: Line; today: string }) {
  const { locale, m } = useWords()
  return (
    <p>
      <strong>{line.label[locale]}</strong>
      {line.values.map((v) => (
        <span key={v.label.da}>
          <br />
          {`${v.label[locale]}: ${v.value === null ? m.noScore : m.of(inWords(locale, v.value), inWords(locale, v.range[1]))}. ${v.change ? `${changeText(locale, v.change, today)}.` : ''}`}
        </span>
      ))}
      <br />
      {m.mineWritten(line.score.writtenBy ?? '', formatShortDate(locale, line.score.answeredOn, today))}
    </p>
  )
}
