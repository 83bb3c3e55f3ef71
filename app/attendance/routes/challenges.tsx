import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatMonth } from '#app/platform/time/format.ts'
import { percentAt, type Unit } from '#app/progression/attended.ts'
import { typedNumber } from '#app/progression/value-words.ts'
import { hoursText } from '#app/spells/spell-words.ts'
import { ActionButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { MonthChoice } from '../components/month-choice.tsx'
import { da, en } from '../messages.ts'
import { keepChallenges, noteChallenge, withdrawChallenge } from '../note-challenge.server.ts'
import { type ChallengesPage, type MemberMonth, readChallenges } from '../read-challenges.server.ts'
import type { Route } from './+types/challenges.ts'

const monthIn = (request: Request): string | null => {
  const wanted = new URL(request.url).searchParams.get('maaned')
  return wanted === null ? null : `${wanted}-01`
}

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const { shelfIds: _, ...found } = await readChallenges(ctx, { caseId: idParam(params.caseId), month: monthIn(request) })
  return { locale: ctx.locale, page: found, done: new URL(request.url).searchParams.get('gemt') }
})

export const action = formAction(async ({ ctx, params, request, values }) => {
  const caseId = idParam(params.caseId)
  const month = monthIn(request)
  if (month === null) throw new NotFound('month')
  const back = `/familier/${caseId}/udvikling/udfordringer?maaned=${month.slice(0, 7)}`
  if (values['intent'] === 'withdraw') {
    await withdrawChallenge(ctx, { caseId, challengeId: Number(values['challengeId']) })
    return redirect(`${back}&gemt=taget`)
  }
  if (values['intent'] === 'keep') await keepChallenges(ctx, { caseId, month })
  else await noteChallenge(ctx, { ...values, caseId, month, personId: Number(values['personId']) })
  return redirect(`${back}&gemt=1`)
})

/** What was hard, what did they go to, what did they stay away from: each of the family in one month. */
export default function Challenges({ loaderData: { locale, page: d, done }, actionData }: Route.ComponentProps) {
  const m = pick(locale, { da, en })
  const { errors, values } = refusal(locale, actionData)
  const here = `/familier/${d.caseId}/udvikling/udfordringer`
  const address = `${here}?maaned=${d.month.slice(0, 7)}`
  return (
    <>
      <title>{`${m.challengesTitle} – Helhed`}</title>
      <BackLink href={`/familier/${d.caseId}/udvikling`}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      {done && <Toast>{done === 'taget' ? m.withdrawn : m.added}</Toast>}
      <PageHead title={`${m.challengesTitle}: ${formatMonth(locale, d.month)}`} lead={m.challengesLead} />
      <MonthChoice month={d.month} months={d.months} action={here} />
      {d.members.map((one) => (
        <Member key={one.person.id} one={one} page={d} address={address} />
      ))}
      {d.may.write && <Add page={d} address={address} errors={errors} values={values} />}
      <p className="d-print-none">
        <a href={`/familier/${d.caseId}/udvikling/fremmoede?maaned=${d.month.slice(0, 7)}`}>{m.attendance}</a>
      </p>
    </>
  )
}

function Add({ page: d, address, errors, values }: { page: ChallengesPage; address: string; errors: Record<string, string> | null; values: Values | null }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Card title={m.add} id="tilfoej">
      <Form action={address} errors={errors} summaryElsewhere guard>
        <Select name="personId" label={m.person} value={typed(values, 'personId')} placeholder options={d.members.map(({ person }) => ({ value: person.id, label: person.name }))} />
        <Select name="code" label={m.code} value={typed(values, 'code')} placeholder options={d.kinds.filter((k) => k.current).map((k) => ({ value: k.code, label: k.label[locale] }))} />
        <TextField name="words" label={m.words} hint={m.wordsHint} value={typed(values, 'words')} width="full" maxLength={300} optional />
        <SubmitButton>{m.addButton}</SubmitButton>
      </Form>
      {d.toKeep > 0 && <ActionButton action={address} fields={{ intent: 'keep' }} label={`${m.kept} (${d.toKeep})`} variant="quiet" />}
    </Card>
  )
}

function Member({ one, page: d, address }: { one: MemberMonth; page: ChallengesPage; address: string }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const say = (n: number | null, unit: Unit) => (n ? `${typedNumber(locale, n)} ${(n === 1 ? m.oneUnit : m.units)[unit]}` : null)
  return (
    <Card title={one.person.name}>
      <h3 className="h5">{m.challenges}</h3>
      {one.challenges.length === 0 && <p>{m.noChallenges}</p>}
      <ul className="nobullet-list">
        {one.challenges.map((c) => (
          <li key={c.id}>
            <strong>{d.kinds.find((k) => k.code === c.code)?.label[locale] ?? c.code}</strong>
            {c.words && `: ${c.words}`} {c.by && <span className="value-last">{m.writtenBy(c.by)}</span>}
            {d.may.write && <ActionButton action={address} fields={{ intent: 'withdraw', challengeId: c.id }} label={m.withdraw} variant="quiet" describe={`${one.person.name}: ${d.kinds.find((k) => k.code === c.code)?.label[locale] ?? c.code}`} />}
          </li>
        ))}
      </ul>
      <h3 className="h5">{m.activities}</h3>
      {one.activities.length === 0 && <p>{m.noActivities}</p>}
      <ul className="nobullet-list">
        {one.activities.map((a) => (
          <li key={a.id}>
            {a.what}
            {a.place && `, ${a.place}`}
            {a.minutesPerWeek !== null && ` · ${m.hours(hoursText(locale, a.minutesPerWeek))}`}
          </li>
        ))}
      </ul>
      <h3 className="h5">{m.absence}</h3>
      {one.absence.length === 0 && <p>{m.noAbsence}</p>}
      <ul className="nobullet-list">
        {one.absence.map((a) => (
          <li key={a.id}>{[`${a.name[locale]}: ${m.present2(Math.round(percentAt(a)))}`, m.absent(say(a.lawful, a.unit), say(a.unlawful, a.unit))].filter(Boolean).join(', ')}</li>
        ))}
      </ul>
    </Card>
  )
}
