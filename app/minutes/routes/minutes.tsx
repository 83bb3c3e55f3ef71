import { redirect } from 'react-router'
import { agreementsAddress } from '#app/agreements/words.ts'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate, formatShortDate } from '#app/platform/time/format.ts'
import { errorsIn, isRefused } from '#app/plan/components/typed.ts'
import { planAddress } from '#app/plan/plan-addresses.ts'
import { ActionButton, LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert, Toast, UndoToast } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Badge, Details, Note, ToCaseLink } from '#app/ui/text.tsx'
import { actOnMinutes } from '../act-on-minutes.server.ts'
import { AnswerForm, AnswerList } from '../components/answers.tsx'
import { AgreementsOf, KnownAlready, PointFacts, PointList, PointWords, WhoWasThere } from '../components/minutes-parts.tsx'
import { PointForm } from '../components/point-form.tsx'
import { SendCard } from '../components/send-card.tsx'
import { WhoForm } from '../components/who-form.tsx'
import { isEmpty, type MinutesPoint } from '../minutes.ts'
import { type MinutesPage, readMinutes } from '../read-minutes.server.ts'
import { minutesAddress, minutesTexts } from '../words.ts'
import type { Route } from './+types/minutes.ts'

const draftName = (meetingId: number, point: string) => `minutes.${meetingId}.${point}`

/** `?ret=12` opens the form of a point in its place, `?ret=nyt` the one for a new point, `?ret=hvem` who was there. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const [caseId, meetingId] = [idParam(params.caseId), idParam(params.meetingId)]
  const query = new URL(request.url).searchParams
  const editing = /^(\d{1,15}|nyt|hvem)$/.exec(query.get('ret') ?? '')?.[1] ?? null
  return {
    d: await readMinutes(ctx, { caseId, meetingId }),
    editing,
    draft: editing && editing !== 'hvem' ? await findDraft(ctx, draftName(meetingId, editing)) : null,
    done: query.get('gjort') ?? '',
  }
})

export const action = formAction(async ({ ctx, params, form, values }) => {
  const at = { caseId: idParam(params.caseId), meetingId: idParam(params.meetingId) }
  const { done, part } = await actOnMinutes(ctx, at, form, values)
  if (values['intent'] === 'point') await dropDraft(ctx, draftName(at.meetingId, String(values['pointId'] ?? 'nyt')))
  return redirect(`${minutesAddress(at.caseId, at.meetingId)}${done ? `?gjort=${done}` : ''}#${part}`)
})

export default function Minutes({ loaderData, actionData }: Route.ComponentProps) {
  const { d, done } = loaderData
  const locale = useLocale()
  const m = minutesTexts(locale)
  const base = minutesAddress(d.caseId, d.meeting.id)
  const on = formatDate(locale, d.meeting.on)
  return (
    <>
      <title>{`${m.title} ${on} – ${d.familyName}`}</title>
      <Done done={done} base={base} />
      <BackLink href={`/familier/${d.caseId}/moeder/${d.meeting.id}`}>{m.back}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      <PageHead title={d.meeting.kind ? m.titleOf(d.meeting.kind.toLocaleLowerCase(locale), on) : `${m.title} ${on}`} lead={m.lead} />
      {d.may.write && d.may.late && <Note icon="info">{m.lateNote}</Note>}
      {d.head === null || (!d.may.write && d.sent === null) ? <NotYet d={d} base={base} /> : <Written {...loaderData} data={actionData} base={base} />}
    </>
  )
}

const NotYet = ({ d, base }: { d: MinutesPage; base: string }) => {
  const m = minutesTexts(useLocale())
  return (
    <>
      {!d.meeting.held ? (
        <EmptyState title={m.notHeldYet}>{m.notHeldYetText}</EmptyState>
      ) : d.may.write ? (
        <EmptyState title={m.begin} action={<ActionButton action={base} variant="primary" fields={{ intent: 'begin' }} label={m.begin} />}>
          {m.beginText}
        </EmptyState>
      ) : (
        <EmptyState title={m.notSent}>{m.notSentText}</EmptyState>
      )}
      {d.may.write && <KnownAlready page={d} />}
      {d.carried.length > 0 && (
        <Card title={m.carried}>
          <p className="form-hint">{m.carriedHint}</p>
          <AgreementsOf agreements={d.carried} today={d.today} who={{ staff: d.me.staff, me: d.me.id }} />
        </Card>
      )}
    </>
  )
}

const Done = ({ done, base }: { done: string; base: string }) => {
  const m = minutesTexts(useLocale())
  const [, id = '', revision = ''] = /^ude-(\d{1,15})-(\d{1,9})$/.exec(done) ?? []
  const said: Record<string, string> = { gemt: m.saved, sendt: m.sentToast, svar: m.answered, vist: m.releasedToast, taget: m.undone, plan: m.planToast }
  if (id)
    return (
      <UndoToast action={base} fields={{ intent: 'point-back', pointId: id, seenRevision: revision }}>
        {m.dropped}
      </UndoToast>
    )
  return said[done] ? <Toast>{said[done]}</Toast> : null
}

type Props = Route.ComponentProps['loaderData'] & { data: unknown; base: string }
const Written = (props: Props) => {
  const { d, base, data, editing } = props
  const locale = useLocale()
  const m = minutesTexts(locale)
  const [last] = d.versions
  const intent = isRefused(data) ? data.values['intent'] : ''
  const ofKind = (...kinds: MinutesPoint['kind'][]) => (d.may.write ? d.draft : d.content.points).filter((p) => kinds.includes(p.kind))
  return (
    <>
      <p>
        <Badge tone={last ? 'done' : 'plain'}>{last ? m.versionOf(last.number, formatShortDate(locale, last.madeOn, d.today)) : m.draft}</Badge>{' '}
        {d.changed && <Badge tone="attention">{m.changedSince}</Badge>} {d.head?.late && <Badge>{m.late}</Badge>}{' '}
        {last && d.head && <ToCaseLink caseId={d.caseId} kind="minutes" id={d.head.id} describe={formatDate(locale, d.meeting.on)} />}
      </p>
      <KnownAlready page={d} />
      <Card
        title={m.whoWasThere}
        id="hvem"
        footer={d.may.write && editing !== 'hvem' && <a href={`${base}?ret=hvem#hvem`}>{m.editWho}</a>}
      >
        {d.may.write && (editing === 'hvem' || intent === 'took-part') ? <WhoForm page={d} data={intent === 'took-part' ? data : null} base={base} /> : <WhoWasThere tookPart={d.content.tookPart} />}
      </Card>
      <Points {...props} points={ofKind('point', 'child')} />
      <Card title={m.agreements} id="aftaler" footer={d.may.write && !d.may.late && <a href={`${agreementsAddress(d.caseId)}/ny?moede=${d.meeting.id}`}>{m.addAgreement}</a>}>
        {d.content.agreements.length === 0 ? <p>{m.noAgreements}</p> : <AgreementsOf agreements={d.content.agreements} today={d.today} who={{ staff: d.me.staff, me: d.me.id }} />}
        {d.carried.length > 0 && (
          <>
            <h3>{m.carried}</h3>
            <p className="form-hint">{m.carriedHint}</p>
            <AgreementsOf agreements={d.carried} today={d.today} who={{ staff: d.me.staff, me: d.me.id }} />
          </>
        )}
      </Card>
      {d.may.write ? <Points {...props} points={ofKind('reflection', 'decision')} others /> : <Others d={d} />}
      {d.may.write && !d.may.late && <PlanStep d={d} data={intent === 'plan' ? data : null} base={base} />}
      {d.may.write && <SendCard page={d} data={intent === 'send' ? data : null} action={base} />}
      {last && <Answers {...props} intent={String(intent ?? '')} />}
    </>
  )
}

const Others = ({ d }: { d: MinutesPage }) => {
  const m = minutesTexts(useLocale())
  const of = (kind: MinutesPoint['kind']) => d.content.points.filter((p) => p.kind === kind)
  return (
    <>
      <PointList title={m.reflections} points={of('reflection')} />
      <PointList title={m.decisions} points={of('decision')} />
    </>
  )
}

const Points = ({ d, base, data, draft, editing, points, others = false }: Props & { points: readonly MinutesPoint[]; others?: boolean }) => {
  const m = minutesTexts(useLocale())
  const failed = isRefused(data) && data.values['intent'] === 'point' ? String(data.values['pointId'] ?? 'nyt') : null
  const open = failed ?? editing
  const form = (point?: MinutesPoint) => (
    <PointForm
      page={d}
      {...(point ? { point } : {})}
      data={failed ? data : null}
      draft={draft}
      draftUrl={`/kladde/${draftName(d.meeting.id, point ? String(point.id) : 'nyt')}`}
      action={base}
    />
  )
  if (others && points.length === 0) return null
  return (
    <section id={others ? 'andet' : 'punkter'} aria-label={others ? m.reflections : m.points}>
      {!others && <h2>{m.points}</h2>}
      {points.map((p) => (
        <Card key={p.id} id={`punkt-${p.id}`} level={3} title={p.title || m.kinds[p.kind]} aside={p.kind === 'point' || (p.title || m.kinds[p.kind]) === m.kinds[p.kind] ? undefined : m.kinds[p.kind]}>
          {d.may.write && open === String(p.id) ? (
            form(p)
          ) : (
            <>
              <PointWords point={p} />
              <PointFacts point={p} page={d} />
              {d.may.write && (
                <div className="button-row d-print-none">
                  <LinkButton variant={isEmpty(p) ? 'secondary' : 'quiet'} href={`${base}?ret=${p.id}#punkt-${p.id}`}>
                    {m.editPoint}
                    <span className="sr-only"> {p.title || p.words}</span>
                  </LinkButton>
                  <ActionButton action={base} variant="quiet" fields={{ intent: 'drop-point', pointId: p.id, seenRevision: p.revision }} label={m.drop} describe={p.title || p.words} />
                </div>
              )}
            </>
          )}
        </Card>
      ))}
      {!others &&
        d.may.write &&
        (open === 'nyt' ? (
          <Card title={m.addPoint} level={3} id="nyt">
            {form()}
          </Card>
        ) : (
          <p className="d-print-none">
            <LinkButton href={`${base}?ret=nyt#nyt`}>{m.addPoint}</LinkButton>
          </p>
        ))}
    </section>
  )
}

const PlanStep = ({ d, data, base }: { d: MinutesPage; data: unknown; base: string }) => {
  const m = minutesTexts(useLocale())
  const { version, changed } = d.plan
  return (
    <Card title={m.plan} id="planen">
      {isRefused(data) && (
        <Alert tone="warning" title={m.planMissing}>
          <a href={`${planAddress(d.caseId)}/aftal`}>{m.planMissingLink}</a>
        </Alert>
      )}
      <p>{changed ? m.planChanged(version) : d.head?.planVersion ? m.planMade(d.head.planVersion) : version === null ? m.planChanged(null) : m.planSame(version)}</p>
      {changed && (
        <div className="button-row">
          <ActionButton action={base} fields={{ intent: 'plan' }} label={m.makePlan} />
          {version !== null && (
            <LinkButton variant="quiet" href={`${planAddress(d.caseId)}/sammenlign?fra=${version}`}>
              {m.planDiff}
            </LinkButton>
          )}
        </div>
      )}
    </Card>
  )
}

const Answers = ({ d, base, data, intent }: Props & { intent: string }) => {
  const m = minutesTexts(useLocale())
  const mine = d.content.answers.find((a) => a.mine)
  return (
    <Card title={m.answers} id="svar">
      <AnswerList given={d.content.answers} today={d.today} action={base} mayAct={d.may.answer} me={d.me.id} />
      {d.may.answer && (
        <Details summary={mine ? m.newAnswer : m.answerTitle} open={intent === 'answer'}>
          <AnswerForm data={intent === 'answer' ? data : null} action={base} today={d.today} prefix="svar" />
        </Details>
      )}
      {d.may.write && (
        <Details summary={m.forOther} open={intent === 'answer-for'}>
          <AnswerForm data={intent === 'answer-for' ? data : null} action={base} today={d.today} prefix="for" people={d.people.filter((p) => !p.died)} />
        </Details>
      )}
    </Card>
  )
}
