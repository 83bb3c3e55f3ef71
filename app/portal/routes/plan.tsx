import { redirect } from 'react-router'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { TermsView } from '#app/plan/components/terms.tsx'
import { termsTexts } from '#app/plan/plan-words.ts'
import { developmentTexts } from '#app/development/messages.ts'
import { AgreementList } from '#app/plan/components/agreement-list.tsx'
import { GoalNotes } from '#app/plan/components/goal-notes.ts'
import { Goals } from '#app/plan/components/goals.tsx'
import { Hopes } from '#app/plan/components/hopes.tsx'
import { dropHope } from '#app/plan/drop-hope.server.ts'
import { mayChangeHope } from '#app/plan/may.ts'
import { undoOnBehalf } from '#app/plan/undo-on-behalf.server.ts'
import { RatingCard } from '#app/ratings/components/rating-card.tsx'
import { sectorPlanTexts } from '#app/sector-plans/plan-words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EntryCard } from '#app/team/components/entry-card.tsx'
import { PurposeCard } from '#app/team/components/purpose-card.tsx'
import { Card, EmptyState, LinkCard, PageHead } from '#app/ui/card.tsx'
import { ownChildren } from '#app/plan/for-a-member.ts'
import { LeavesSoon, LeftAlert } from '#app/exit/components/left-alert.tsx'
import { paperAddress } from '#app/papers/paper-address.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { DueDate } from '#app/ui/text.tsx'
import { AgreedCard } from '../components/agreed-card.tsx'
import { ChooseCase } from '../components/choose-case.tsx'
import { HelperList } from '../components/helper-list.tsx'
import { NextDays } from '../components/next-days.tsx'
import { NextMeetingCard } from '../components/next-meeting.tsx'
import { NextStep } from '../components/next-step.tsx'
import { OneStepForm } from '../components/one-step-form.tsx'
import { mayAnswerFor } from '../portal.ts'
import { inCase, portalTexts } from '../portal-words.ts'
import { type PortalPlan, readPortalPlan } from '../read-portal-plan.server.ts'
import type { Route } from './+types/plan.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  return { page: await readPortalPlan(ctx, { caseId: query.get('sag') }), saved: query.get('gemt'), done: query.get('gjort') }
})

export const action = formAction(async ({ ctx, values }) => {
  const caseId = Number(values['caseId'])
  if (values['intent'] === 'drop-hope') {
    await dropHope(ctx, { caseId, id: values['id'], seenRevision: values['revision'], reason: portalTexts(ctx.locale).removeReason })
    return redirect(inCase('/min/plan', caseId, { gemt: 'ude' }))
  }
  await undoOnBehalf(ctx, { caseId, what: values['intent'] === 'undo-hope' ? 'hope' : 'agreement', id: Number(values['id']) })
  return redirect(inCase('/min/plan', caseId, { gemt: 'taget' }))
})

/** "Vores plan", for a telephone: hopes first, then goals, what happens, who agrees, who helps. */
export default function Plan({ loaderData: { page: found, saved, done } }: Route.ComponentProps) {
  return found.plan === null ? <ChooseCase cases={found.cases} /> : <OurPlan page={found} saved={saved} done={done} />
}

const OurPlan = ({ page: d, saved, done }: { page: PortalPlan; saved: string | null; done: string | null }) => {
  const locale = useLocale()
  const m = portalTexts(locale)
  const { plan, me, elsewhere } = d
  const contact = d.helpers.find((h) => h.role === 'coordinator')
  const names = joinList(locale, d.children)
  const own = elsewhere ? { hopes: m.hopesOf, goals: m.goalsOf, doing: m.doingOf, agreement: m.agreementOf, helpers: m.helpersOf } : m
  const to = (path: string, more: Record<string, string | number> = {}) => inCase(path, plan.caseId, more)
  const toast: Record<string, string> = { haab: m.savedHope, svar: m.savedAnswer, taget: m.undone, ude: m.removed, orden: m.saved }
  const undo = (intent: string, id: number) => (
    <div className="d-print-none">
      <OneStepForm fields={{ intent, id, caseId: plan.caseId }} label={m.undoForMe} question={m.undoQuestion} confirm={m.undoConfirm} />
    </div>
  )
  return (
    <>
      <title>{elsewhere ? m.aboutChildren(names) : m.title}</title>
      {saved && toast[saved] && <Toast>{toast[saved]}</Toast>}
      <PageHead
        title={elsewhere ? m.aboutChildren(names) : m.hello(me.name)}
        lead={elsewhere ? m.aboutLead(names) : m.lead}
        action={
          contact?.phone && (
            <LinkButton href={`tel:${contact.phone.replaceAll(' ', '')}`}>{m.call(contact.name.split(' ')[0] ?? contact.name)}</LinkButton>
          )
        }
      />
      {d.left ? <LeftAlert caseId={plan.caseId} left={d.left} /> : <NextStep page={d} />}
      {d.nextMeeting && <NextMeetingCard next={d.nextMeeting} caseId={plan.caseId} />}
      {d.leavesOn && <LeavesSoon caseId={plan.caseId} on={d.leavesOn} />}
      {d.entry.primary && <EntryCard entry={d.entry} today={plan.today} to="family" />}

      <AgreedCard agreed={d.agreed} done={done} />
      {d.ratings && <RatingCard ratings={d.ratings} href={to('/min/hvordan-gaar-det')} />}
      {!d.left && (
        <p className="d-print-none">
          <a href={to('/min/udvikling')}>{developmentTexts(locale).mine.link}</a>
        </p>
      )}

      <Card title={own.hopes} id="haab">
        {plan.hopes.length === 0 && <EmptyState title={m.noHopes}>{m.noHopesBody}</EmptyState>}
        <Hopes
          hopes={plan.hopes}
          people={plan.people}
          today={plan.today}
          actions={(h) =>
            h.onBehalf?.personId === me.id
              ? undo('undo-hope', h.id)
              : h.authorPersonId === me.id &&
                mayChangeHope(h, plan) && (
                  <div className="button-row d-print-none">
                    <LinkButton variant="quiet" href={to('/min/plan/haab', { haab: h.id })}>
                      {m.editHope}
                      <span className="sr-only">: {h.words}</span>
                    </LinkButton>
                    <OneStepForm
                      fields={{ intent: 'drop-hope', id: h.id, revision: h.revision, caseId: plan.caseId }}
                      label={m.remove}
                      question={m.removeQuestion}
                      confirm={m.remove}
                    />
                  </div>
                )
          }
        />
        {plan.may.hope && (
          <p className="d-print-none">
            <LinkButton href={to('/min/plan/haab')}>{m.writeHope}</LinkButton>
          </p>
        )}
      </Card>

      <Card title={own.goals} id="maal">
        {plan.goals.length === 0 && <EmptyState title={m.noGoals}>{m.noGoalsBody(contact?.name ?? m.yourCoordinator)}</EmptyState>}
        <GoalNotes value={{ text: d.goalNotes.text, choose: null }}>
          <Goals plan={plan} goalOrder={plan.goalOrder} people={plan.people} today={plan.today} />
        </GoalNotes>
        {plan.may.order && plan.goals.length > 1 && (
          <p className="d-print-none">
            <LinkButton href={to('/min/plan/raekkefoelge')}>{m.orderGoals}</LinkButton>
          </p>
        )}
        <p className="d-print-none">
          <a href={to('/min/plan/delplaner')}>{sectorPlanTexts(locale).portalTitle}</a>
        </p>
      </Card>

      <Card title={own.doing} id="det-goer-vi">
        {plan.activities.length === 0 ? (
          <EmptyState title={m.noDoing}>{m.noDoingBody}</EmptyState>
        ) : (
          <NextDays activities={plan.activities} people={plan.people} today={plan.today} />
        )}
      </Card>

      <Card title={own.agreement} id="enighed">
        {!plan.agreement && <EmptyState title={m.noVersion}>{m.noVersionBody}</EmptyState>}
        {plan.agreement && (
          <AgreementList
            agreement={plan.agreement}
            people={plan.people}
            today={plan.today}
            actions={(person, given) => {
              const p = plan.people.find((x) => x.id === person.id)
              if (!p) return null
              const takeBack = given?.onBehalf?.personId === me.id && undo('undo-agreement', given.id)
              if (!plan.may.hope || !mayAnswerFor(p, me.id, given !== undefined)) return takeBack
              const href = to(`/min/plan/svar/${plan.agreement?.version.number}/${p.id}`)
              const label = p.id !== me.id ? m.answerFor(p.name) : given ? m.changeAnswer : m.answerNow
              return (
                <div className="button-row d-print-none">
                  <LinkButton variant={given ? 'quiet' : 'secondary'} href={href}>
                    {label}
                  </LinkButton>
                  {takeBack}
                </div>
              )
            }}
          />
        )}
        {plan.nextFollowUpOn && (
          <p>
            {m.nextTalk} <DueDate date={plan.nextFollowUpOn} today={plan.today} kind="event" />
            {contact && (
              <>
                <br />
                {m.nextTalkHow(contact.name)}
              </>
            )}
          </p>
        )}
      </Card>

      {plan.terms.length > 0 && (
        <Card title={termsTexts(locale).title} id="opfoelgning">
          <TermsView plan={plan} people={plan.people} team={plan.team} today={plan.today} />
        </Card>
      )}

      {d.purpose && <PurposeCard purpose={d.purpose} today={plan.today} to="family" />}

      <Card title={own.helpers} id="hjaelpere">
        <HelperList helpers={d.helpers} photos={d.photos} urgent={d.urgent} />
      </Card>

      <nav aria-label={m.moreTitle} className="d-print-none">
        <LinkCard href={to('/min/beskeder')} title={m.messagesLink} icon="chat">
          {m.messagesHelp}
        </LinkCard>
        <LinkCard href={to('/min/logbog')} title={m.logbookLink} icon="list-check">
          {m.logbookHelp}
        </LinkCard>
        <LinkCard href={to('/min/netvaerk')} title={m.networkLink} icon="groups">
          {m.networkHelp}
        </LinkCard>
        <LinkCard href="/min/samtykke" title={m.consentLink} icon="lock">
          {m.consentHelp}
        </LinkCard>
        <LinkCard href="/min/har-set" title={m.logLink} icon="visibility">
          {m.logHelp}
        </LinkCard>
        <LinkCard href={to('/min/oplysninger')} title={m.detailsLink} icon="person">
          {m.detailsHelp}
        </LinkCard>
        {!elsewhere && (
          <LinkCard href={to('/min/plan/udskrift')} title={m.printLink} icon="print">
            {m.printHelp}
          </LinkCard>
        )}
        <LinkCard href={paperAddress(plan.caseId, [me.id], 'plan')} title={m.paperLink} icon="document">
          {m.paperHelp}
        </LinkCard>
        {ownChildren(plan.people, me.id).map((child) => (
          <LinkCard key={child.id} href={paperAddress(plan.caseId, [child.id], 'easy')} title={m.easyPaperLink(child.name)} icon="document">
            {m.easyPaperHelp}
          </LinkCard>
        ))}
      </nav>
    </>
  )
}
