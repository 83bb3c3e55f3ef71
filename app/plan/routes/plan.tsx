import { redirect } from 'react-router'
import { situationTexts } from '#app/assessment/situation-words.ts'
import { findDraft, dropDraft } from '#app/platform/drafts/drafts.server.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { words } from '#app/platform/i18n/words.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { ButtonGroup, LinkButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast, UndoToast } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { Note } from '#app/ui/text.tsx'
import { chooseFocus } from '../choose-focus.server.ts'
import { HopeForm } from '../components/hope-form.tsx'
import { MissingList } from '../components/missing-list.tsx'
import { PlanLetter } from '../components/plan-letter.tsx'
import { ActivityButtons, GoalButtons, HopeButtons } from '../components/record-buttons.tsx'
import { HopePrompts } from '../components/hope-prompts.tsx'
import { ApprovalChain } from '../components/approval-chain.tsx'
import { TermsForm } from '../components/terms-form.tsx'
import { StaleNotice } from '../components/stale.tsx'
import { errorsIn, isRefused } from '../components/typed.ts'
import { da, en } from '../approval-messages.ts'
import { carriedDraft, carriedFrom } from '../carry.server.ts'
import { dateValues } from '../date-values.server.ts'
import { dropHope } from '../drop-hope.server.ts'
import { goalTree, moveGoal } from '../goal-order.ts'
import { mayChange, mayChangeHope } from '../may.ts'
import { orderGoals } from '../order-goals.server.ts'
import type { Hope } from '../plan.ts'
import { missingAddress, planAddress, termsAddress } from '../plan-addresses.ts'
import { planTexts, termsTexts } from '../plan-words.ts'
import { readPlan } from '../read-plan.server.ts'
import { restore } from '../restore.server.ts'
import { setTerms } from '../set-terms.server.ts'
import type { Home, Terms } from '../terms.ts'
import { takeOver } from '../take-over.server.ts'
import { writeHope } from '../write-hope.server.ts'
import type { Route } from './+types/plan.ts'

const draftName = (caseId: number, hopeId: string | null) => `plan.hope.${caseId}.${hopeId ?? 'new'}`

const termsDraft = (caseId: number, home: number) => `plan.terms.${caseId}.${home}`

/** `?ret=haab` opens the form for a new hope in its place, `?ret=haab-12` the one for that hope, `?ret=opfoelgning-0` the follow-up. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  const caseId = idParam(params.caseId)
  const open = /^haab(?:-(\d+))?$/.exec(query.get('ret') ?? '')
  const home = /^opfoelgning-(\d{1,15})$/.exec(query.get('ret') ?? '')?.[1] ?? null
  return {
    plan: await readPlan(ctx, { caseId, writing: open ? `hope${open[1] ? `-${open[1]}` : ''}` : home ? 'terms' : null }),
    home: home === null ? null : Number(home),
    editing: open ? (open[1] ?? 'new') : null,
    saved: query.has('gemt'),
    out: /^(hope|goal|activity)-(\d+)-(\d+)$/.exec(query.get('ude') ?? '')?.slice(1) ?? null,
    // What was wished for on the family's page comes along: `?ret=haab&note=12`.
    carried: open && !open[1] && query.has('note') ? await carriedFrom(ctx, caseId, query, 'hope') : null,
    draft: open
      ? await findDraft(ctx, draftName(caseId, open[1] ?? null))
      : home
        ? await findDraft(ctx, termsDraft(caseId, Number(home)))
        : null,
  }
})

export const action = formAction(async ({ ctx, params, form, values }) => {
  const caseId = idParam(params.caseId)
  const there = (part: string) => redirect(`/familier/${caseId}/planen?gemt=1#${part}`)
  switch (values['intent']) {
    case 'drop-hope': {
      const out = await dropHope(ctx, { ...values, caseId })
      return redirect(`/familier/${caseId}/planen?ude=hope-${out.id}-${out.revision}#haab`)
    }
    case 'restore':
      await restore(ctx, { ...values, caseId })
      return there('haab')
    case 'order': {
      const plan = await readPlan(ctx, { caseId })
      const moved = moveGoal(goalTree(plan.goals, plan.goalOrder), Number(values['goalId']), values['direction'] === 'up' ? 'up' : 'down')
      await orderGoals(ctx, { caseId, goalIds: moved })
      return there(`maal-${String(values['goalId'])}`)
    }
    case 'focus':
      await chooseFocus(ctx, { caseId, goalId: values['goalId'], on: values['on'] })
      return there(`maal-${String(values['goalId'])}`)
    case 'terms': {
      await setTerms(ctx, { ...values, ...dateValues(form, ['nextOn']), caseId })
      await dropDraft(ctx, termsDraft(caseId, Number(values['householdId'] || 0)))
      return there('opfoelgning')
    }
    case 'take-over':
      await takeOver(ctx, { caseId, what: values['what'], id: values['id'] })
      return there('maal')
    default: {
      const hope = await writeHope(ctx, { ...values, ...dateValues(form, ['onBehalfOn']), caseId })
      if (values['fromNoteId']) await dropDraft(ctx, carriedDraft('hope', caseId, values['fromNoteId']))
      else await dropDraft(ctx, draftName(caseId, typeof values['hopeId'] === 'string' ? values['hopeId'] : null))
      return there(`haab-${hope.id}`)
    }
  }
})

export default function Plan({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, editing, home, saved, out, draft, carried } = loaderData
  const locale = useLocale()
  const m = planTexts(locale)
  const base = planAddress(plan.caseId)
  const empty = plan.hopes.length + plan.goals.length + plan.activities.length === 0
  const canWrite = plan.may.write || plan.may.sectors.length > 0
  return (
    <>
      <title>{`${m.title} – ${plan.familyName}`}</title>
      {!editing && home === null && <ErrorSummary errors={errorsIn(actionData, locale)} />}
      {!editing && home === null && isRefused(actionData) && <StaleNotice data={actionData} />}
      {saved && <Toast>{m.saved}</Toast>}
      {out && (
        <UndoToast action={base} fields={{ intent: 'restore', what: out[0]!, id: out[1]!, seenRevision: out[2]! }}>
          {m.takenOut}
        </UndoToast>
      )}
      <Head plan={plan} />
      {empty && !plan.may.write ? (
        <EmptyState title={m.nothingYet} action={canWrite && <LinkButton href={`${base}/maal/nyt`}>{m.addGoal}</LinkButton>}>
          {m.nothingYetText}
        </EmptyState>
      ) : (
        <Letter plan={plan} editing={editing} home={home} draft={draft} carried={carried} data={actionData} />
      )}
    </>
  )
}

type Data = Route.ComponentProps['loaderData']

const Head = ({ plan }: Pick<Data, 'plan'>) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const base = planAddress(plan.caseId)
  const last = plan.versions[0]
  // The next step: what the plan cannot be without comes first, a hope before a goal before an activity.
  const first = plan.missing.find((item) => item.on === 'plan')
  const firstSteps: Readonly<Record<string, string>> = { 'no-hope': m.addHope, 'no-goal': m.addGoal, 'no-activity': m.addActivity }
  return (
    <>
      <PageHead
        title={m.title}
        lead={m.lead}
        action={
          plan.may.makeVersion && (
            <LinkButton variant="primary" href={first ? missingAddress(plan.caseId, first) : `${base}/aftal`}>
              {(first && firstSteps[first.code]) ?? m.toAgree}
            </LinkButton>
          )
        }
      />
      <ButtonGroup>
        {last && (
          <LinkButton href={`${base}/sammenlign?fra=${last.number}`}>
            {m.compare(formatShortDate(locale, last.agreedOn, plan.today))}
          </LinkButton>
        )}
        <LinkButton href={`${base}/sektorplaner`}>{m.sectorPlans}</LinkButton>
        <LinkButton href={`/familier/${plan.caseId}/situation/baggrund`}>{situationTexts(locale).background}</LinkButton>
        <LinkButton href={`${base}/udskrift`}>{words(locale).print}</LinkButton>
        {plan.may.makeVersion && <LinkButton href={`${base}/papir`}>{m.papers}</LinkButton>}
      </ButtonGroup>
      {plan.lix && <Note icon="info">{m.lix(plan.lix.value, m.lixBand[plan.lix.band])}</Note>}
      {plan.may.makeVersion && plan.missing.length > 0 && (
        <Note icon="list-check">
          <a href="#mangler">{m.missingCount(plan.missing.length)}</a>
        </Note>
      )}
    </>
  )
}

const Letter = ({ plan, editing, home: openHome, draft, carried, data }: Pick<Data, 'plan' | 'editing' | 'home' | 'draft' | 'carried'> & { data: unknown }) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const base = planAddress(plan.caseId)
  const last = plan.versions[0]
  const canWrite = plan.may.write || plan.may.sectors.length > 0
  const hopeForm = (hope?: Hope) => (
    <HopeForm
      hope={hope}
      people={plan.people}
      atWord
      today={plan.today}
      readers={plan.readers}
      data={data}
      draft={carried ?? draft}
      draftUrl={`/kladde/${carried?.name ?? draftName(plan.caseId, hope ? String(hope.id) : null)}`}
      action={hope ? `${base}?ret=haab-${hope.id}` : `${base}?ret=haab`}
      cancelHref={`${base}#haab`}
    />
  )
  const termsForm = (home: Home, terms: Terms | undefined) =>
    plan.may.setTerms && openHome === (home.id ?? 0) ? (
      <TermsForm
        home={home}
        terms={terms}
        plan={plan}
        data={data}
        draft={draft}
        draftUrl={`/kladde/${termsDraft(plan.caseId, openHome)}`}
        action={`${base}?ret=opfoelgning-${openHome}`}
        cancelHref={`${base}#opfoelgning`}
      />
    ) : null
  const afterHopes = (
    <>
      {editing === 'new' ? hopeForm() : <LinkButton href={`${base}?ret=haab#haab`}>{m.addHope}</LinkButton>}
      {plan.rules.prompts.length === 0 && <Note>{m.realistic}</Note>}
    </>
  )
  const afterGoals = (
    <>
      {plan.may.order && plan.goals.length > 1 && <Note>{m.orderHint}</Note>}
      <LinkButton href={`${base}/maal/nyt`}>{m.addGoal}</LinkButton>
    </>
  )
  return (
    <PlanLetter
      plan={plan}
      goalOrder={plan.goalOrder}
      people={plan.people}
      today={plan.today}
      team={plan.team}
      nextFollowUpOn={plan.nextFollowUpOn}
      agreement={plan.agreement}
      measureKinds={plan.goalRules.measureKinds}
      // Only who writes it is told that nothing is agreed: for others what they do not see is not there.
      homes={plan.may.setTerms ? plan.homes : undefined}
      followUpDue={plan.followUpDue}
      fit={plan.rules.fit}
      fitHref={(on) => fitAddress(plan, on)}
      allWeeksHref={`${base}/uger`}
      slots={{
        terms: (home, terms) =>
          plan.may.setTerms && (
            <LinkButton href={termsAddress(plan.caseId, home.id ?? 0)}>
              {terms ? termsTexts(locale).change : termsTexts(locale).edit}
            </LinkButton>
          ),
        insteadOfTerms: termsForm,
        insteadOfHope: (h) => (editing === String(h.id) && mayChangeHope(h, plan) ? hopeForm(h) : null),
        hope: (h) => (
          <>
            {canWrite && <HopePrompts hope={h} goals={plan.goals} prompts={plan.rules.prompts} base={base} />}
            <HopeButtons hope={h} reader={plan} />
          </>
        ),
        afterHopes: plan.may.hope && afterHopes,
        goal: (g) => <GoalButtons goal={g} reader={plan} />,
        afterGoals: canWrite && afterGoals,
        activity: (a) => <ActivityButtons activity={a} reader={plan} />,
        afterActivities: canWrite && <LinkButton href={`${base}/aktivitet/ny`}>{m.addActivity}</LinkButton>,
        answer: (p, given) =>
          plan.may.answerForOthers &&
          last && (
            <LinkButton variant="quiet" href={`${base}/enighed/${last.number}/${p.id}`}>
              {given ? m.changeAnswer : m.writeAnswer}
              <span className="sr-only"> {p.name}</span>
            </LinkButton>
          ),
        afterAgreement: <AfterAgreement plan={plan} />,
      }}
    />
  )
}

/** Where what does not fit is put right: the record's own form, for who may change it. */
function fitAddress(plan: Data['plan'], on: { kind: 'activity' | 'goal'; id: number }): string | null {
  const record = (on.kind === 'goal' ? plan.goals : plan.activities).find((r) => r.id === on.id)
  return record && mayChange(record, plan) ? `${planAddress(plan.caseId)}/${on.kind === 'goal' ? 'maal' : 'aktivitet'}/${on.id}` : null
}

const AfterAgreement = ({ plan }: Pick<Data, 'plan'>) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const owner = plan.team.find((h) => h.role === 'coordinator')?.name ?? null
  const mayWriteAnswer = plan.may.quoteDecisions || plan.may.decides.length > 0
  return (
    <>
      {(plan.agreement || plan.activities.some((a) => a.needsApproval)) && (
        <ApprovalChain
          version={plan.agreement?.version ?? null}
          rules={plan.rules}
          activities={plan.activities}
          decisions={plan.decisions}
          today={plan.today}
          action={(a) =>
            mayWriteAnswer && (
              <a className="d-print-none" href={`${planAddress(plan.caseId)}/aktivitet/${a.id}/svar`}>
                {pick(locale, { da, en }).write}
                <span className="sr-only">: {a.what}</span>
              </a>
            )
          }
        />
      )}
      {plan.may.makeVersion && (
        <MissingList missing={plan.missing} today={plan.today} owner={owner} href={(item) => missingAddress(plan.caseId, item)} />
      )}
      {plan.versions.length > 0 && (
        <div className="d-print-none">
          <h3>{m.versions}</h3>
          <ul>
            {plan.versions.map((v) => (
              <li key={v.number}>
                <a href={`${planAddress(plan.caseId)}/udgave/${v.number}`}>
                  {m.versionOf(v.number, formatShortDate(locale, v.agreedOn, plan.today))}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
