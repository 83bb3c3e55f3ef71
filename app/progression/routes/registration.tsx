import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate, formatMonth, formatShortDate } from '#app/platform/time/format.ts'
import { Button, ButtonGroup, SubmitButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { Badge, Details, KeyValue } from '#app/ui/text.tsx'
import { MonthTable } from '../components/month-table.tsx'
import { finishMonth, reopenMonth } from '../finish-month.server.ts'
import { da, en } from '../messages.ts'
import { readRegistration, type RegistrationPage } from '../read-registration.server.ts'
import { registerMonth } from '../register-month.server.ts'
import { entriesIn } from '../registration.ts'
import { sectorsIn, toldIn, toldName } from '../stated.ts'
import { stepsOf } from '../value-words.ts'
import type { Route } from './+types/registration.ts'

/** `?maaned=2026-10`; without it, the newest month that is open. */
function monthIn(request: Request): string | null {
  const wanted = new URL(request.url).searchParams.get('maaned')
  return wanted === null ? null : `${wanted}-01`
}
const draftName = (caseId: number, month: string): string => `progression.${caseId}.${month}`

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const caseId = idParam(params.caseId)
  const { values: _, ...found } = await readRegistration(ctx, { caseId, month: monthIn(request) })
  const saved = new URL(request.url).searchParams.get('gemt')
  const draft = found.may.write ? await findDraft(ctx, draftName(caseId, found.month)) : null
  return { locale: ctx.locale, page: found, draft: draft?.values ?? null, saved: saved === null ? null : Number(saved) || 0 }
})

export const action = formAction(async ({ ctx, params, request, values }) => {
  const caseId = idParam(params.caseId)
  const month = monthIn(request)
  if (month === null) throw new NotFound('month')
  const back = `/familier/${caseId}/registrering?maaned=${month.slice(0, 7)}`
  const intent = values['intent']
  if (intent === 'reopen') {
    await reopenMonth(ctx, { caseId, month })
    return redirect(back)
  }
  const { written } = await registerMonth(ctx, { caseId, month, entries: entriesIn(values), told: toldIn(withDates(values, sectorsIn(values).map((s) => toldName(s, 'on')))), keepRest: intent === 'keep' })
  await dropDraft(ctx, draftName(caseId, month))
  if (intent === 'finish') await finishMonth(ctx, { caseId, month })
  return redirect(`${back}&gemt=${written}`)
})

/** How was the month, for each of the family? */
export default function Registration({ loaderData: { locale, page: d, draft, saved }, actionData }: Route.ComponentProps) {
  const m = pick(locale, { da, en })
  const { errors, values } = refusal(locale, actionData)
  const title = m.title(formatMonth(locale, d.month))
  const write = d.may.write && (d.state === 'open' || d.state === 'late')
  const address = `/familier/${d.caseId}/registrering?maaned=${d.month.slice(0, 7)}`
  return (
    <>
      <title>{`${title} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      {saved !== null && <Toast>{m.saved(saved)}</Toast>}
      <PageHead title={title} lead={write ? m.lead : undefined} />
      {d.rows.length === 0 ? (
        <Nothing page={d} />
      ) : (
        <>
          <Standing page={d} />
          <Form action={address} errors={errors} summaryElsewhere draftUrl={write ? `/kladde/${draftName(d.caseId, d.month)}` : undefined}>
            <MonthTable page={d} values={values ?? (write ? draft : null)} write={write} />
            {write && <Buttons page={d} />}
          </Form>
          <Levels page={d} />
        </>
      )}
      <Besides page={d} />
      <Months page={d} />
    </>
  )

  function Buttons({ page: p }: { page: RegistrationPage }) {
    const missing = p.full.of - p.full.filled - p.full.carried
    return (
      <>
        <p className="form-hint d-print-none">{m.keepHint}</p>
        <ButtonGroup>
          <SubmitButton>{m.save}</SubmitButton>
          <Button type="submit" name="intent" value="keep" variant="secondary">
            {m.keepRest}
          </Button>
          <Button type="submit" name="intent" value="finish" variant="secondary">
            {missing > 0 ? m.finishGaps(missing) : m.finish}
          </Button>
        </ButtonGroup>
      </>
    )
  }
}

const useWords = () => {
  const locale = useLocale()
  return { locale, m: pick(locale, { da, en }) }
}

/** Why there is nothing to fill in. */
function Nothing({ page: d }: { page: RegistrationPage }) {
  const { m } = useWords()
  if (!d.may.write) return <EmptyState title={m.nothingSeen}>{m.nothingSeenBody}</EmptyState>
  return d.months.length === 0 ? <EmptyState title={m.notIntake}>{m.notIntakeBody}</EmptyState> : <EmptyState title={m.nothing}>{m.nothingBody}</EmptyState>
}

/** How far the month is, and what to know before one begins. */
function Standing({ page: d }: { page: RegistrationPage }) {
  const { locale, m } = useWords()
  return (
    <>
      <p className="facts">
        <strong>{m.filled(d.full.filled, d.full.of)}</strong>
        {d.full.carried > 0 && ` · ${m.carried(d.full.carried)}`}
        {` · ${m.due(formatShortDate(locale, d.due, d.today))}`} <Badge tone={d.state === 'late' ? 'attention' : 'plain'}>{m.states[d.state]}</Badge>
      </p>
      {d.finished && (
        <Form action={`/familier/${d.caseId}/registrering?maaned=${d.month.slice(0, 7)}`}>
          <p>{m.finished(d.finished.by, formatDate(locale, d.finished.at.slice(0, 10)))}</p>
          {d.may.write && d.state !== 'closed' && (
            <Button type="submit" name="intent" value="reopen" variant="quiet">
              {m.reopen}
            </Button>
          )}
        </Form>
      )}
      {d.state === 'late' && <Alert tone="info" title={m.late} live={false} />}
      {d.state === 'closed' && <Alert tone="info" title={m.closed} live={false} />}
      {d.state === 'not-open' && <Alert tone="info" title={m.notOpen} live={false} />}
      {!d.may.write && <p>{m.readOnly}</p>}
      {d.may.write && d.rows.some((r) => r.cells.some((c) => c?.fresh)) && <Alert tone="info" title={m.freshLead(d.freshAfter)} live={false} />}
    </>
  )
}

/** What the levels of the scale mean, in plain words. */
function Levels({ page: d }: { page: RegistrationPage }) {
  const { locale, m } = useWords()
  const used = d.scales.filter((s) => d.rows.some((r) => r.indicator.scale === s.code))
  return (
    <Details summary={m.levels} id="niveauer">
      {used.map((scale) => (
        <KeyValue key={scale.code} items={stepsOf(locale, scale).map((s) => ({ key: s.key, value: `${s.label}. ${s.meaning}.` }))} />
      ))}
    </Details>
  )
}

/** What belongs to the month and has a page of its own. */
function Besides({ page: d }: { page: RegistrationPage }) {
  const { m } = useWords()
  const month = d.month.slice(0, 7)
  return (
    <nav aria-label={m.besides} className="d-print-none">
      <p>
        <a href={`/familier/${d.caseId}/udvikling/fremmoede?maaned=${month}`}>{m.attendancePage}</a>
        {' · '}
        <a href={`/familier/${d.caseId}/udvikling/udfordringer?maaned=${month}`}>{m.challengesPage}</a>
      </p>
    </nav>
  )
}

function Months({ page: d }: { page: RegistrationPage }) {
  const { locale, m } = useWords()
  if (d.months.length < 2) return null
  return (
    <nav aria-label={m.months} className="d-print-none">
      <h2 className="h4">{m.months}</h2>
      <ul className="nobullet-list">
        {d.months.map((one) => (
          <li key={one.month}>
            <a href={`/familier/${d.caseId}/registrering?maaned=${one.month.slice(0, 7)}`} aria-current={one.month === d.month ? 'page' : undefined}>
              {formatMonth(locale, one.month)}
            </a>
            {` · ${m.filled(one.filled, one.of)} `}
            {(one.state === 'late' || one.state === 'closed') && one.filled < one.of && !one.finished && <Badge tone={one.state === 'late' ? 'attention' : 'plain'}>{m.states[one.state]}</Badge>}
          </li>
        ))}
      </ul>
    </nav>
  )
}
