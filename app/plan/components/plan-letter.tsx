import type { ReactNode } from 'react'
import { useLocale } from '#app/ui/context.tsx'
import { EmptyState } from '#app/ui/card.tsx'
import { DueDate } from '#app/ui/text.tsx'
import type { Agreement, AgreementState } from '../agreement.ts'
import type { Activity, Goal, Hope, PlanContent } from '../plan.ts'
import { planTexts } from '../plan-words.ts'
import type { FitRules } from '../fit.ts'
import type { Home, Terms } from '../terms.ts'
import { FollowUpLate, TermsView } from './terms.tsx'
import { Activities } from './activities.tsx'
import { AgreementList } from './agreement-list.tsx'
import { Goals } from './goals.tsx'
import { Hopes } from './hopes.tsx'
import { TeamList } from './team-list.tsx'
import { WeekAndLoad } from './week-and-load.tsx'

type Person = { id: number; name: string; family: boolean; asked: boolean; speaksFor: boolean }
type Props = {
  plan: PlanContent
  goalOrder: readonly number[]
  people: readonly Person[]
  today: string
  /** Left out in a version: the team and the date are today's. */
  team?: readonly { staffId: number; name: string; title: string; role: string; sector: string; does: string }[]
  nextFollowUpOn?: string | null
  agreement: {
    version: { number: number; agreedOn: string; atMeeting: boolean }
    given: readonly Agreement[]
    state: AgreementState | null
    knowsAll: boolean
  } | null
  /** The homes that agree how the plan is followed up; left out: what was agreed is shown as it is. */
  homes?: readonly Home[]
  /** When it should be looked at again, for those who call the family together. */
  followUpDue?: string | null
  /** The pack's numbers for what fits together in time. */
  fit?: FitRules
  fitHref?: (on: { kind: 'activity' | 'goal'; id: number }) => string | null
  allWeeksHref?: string
  /** Names of the kinds of courses that an activity may be. */
  measureKinds?: readonly { code: string; label: { da: string; en: string } }[]
  /** The pictures of week, months and load. */
  pictures?: boolean
  /** What a page adds: buttons and forms in their places. A reading page leaves all out. */
  slots?: {
    hope?: (h: Hope) => ReactNode
    insteadOfHope?: (h: Hope) => ReactNode
    afterHopes?: ReactNode
    goal?: (g: Goal) => ReactNode
    afterGoals?: ReactNode
    activity?: (a: Activity) => ReactNode
    afterActivities?: ReactNode
    terms?: (home: Home, terms: Terms | undefined) => ReactNode
    insteadOfTerms?: (home: Home, terms: Terms | undefined) => ReactNode
    afterFollowUp?: ReactNode
    answer?: (p: { id: number; name: string; asked: boolean; speaksFor: boolean }, given: Agreement | undefined) => ReactNode
    afterAgreement?: ReactNode
  }
}

/** The plan as a letter in six parts, the family's hopes first. The same on the staff's page, in the portal, in a version and on paper. */
export const PlanLetter = ({
  plan, goalOrder, people, today, team, nextFollowUpOn, agreement, pictures = true,
  measureKinds,
  homes,
  followUpDue = null,
  fit,
  fitHref,
  allWeeksHref,
  slots = {},
}: Props) => {
  const m = planTexts(useLocale())
  const contact = team?.find((h) => h.role === 'coordinator')
  return (
    <>
      <Part id="haab" title={`1 ${m.ourHopes}`}>
        {plan.hopes.length === 0 && <EmptyState title={m.hopesEmpty}>{m.hopesEmptyText}</EmptyState>}
        <Hopes hopes={plan.hopes} people={people} today={today} actions={slots.hope} instead={slots.insteadOfHope} />
        {slots.afterHopes}
      </Part>
      <Part id="maal" title={`2 ${m.ourGoals}`}>
        {plan.goals.length === 0 && <EmptyState title={m.goalsEmpty}>{m.goalsEmptyText}</EmptyState>}
        <Goals plan={plan} goalOrder={goalOrder} people={people} today={today} team={team} actions={slots.goal} />
        {slots.afterGoals}
      </Part>
      <Part id="det-goer-vi" title={`3 ${m.whatWeDo}`}>
        {plan.activities.length === 0 && <EmptyState title={m.activitiesEmpty}>{m.activitiesEmptyText}</EmptyState>}
        <Activities
          activities={plan.activities}
          goals={plan.goals}
          people={people}
          today={today}
          measureKinds={measureKinds}
          actions={slots.activity}
        />
        {slots.afterActivities}
        {pictures && plan.activities.length > 0 && (
          <WeekAndLoad
            activities={plan.activities}
            goals={plan.goals}
            people={people}
            today={today}
            fit={fit}
            fitHref={fitHref}
            allWeeksHref={allWeeksHref}
          />
        )}
      </Part>
      <Part id="opfoelgning" title={`4 ${m.followUp}`}>
        <FollowUpLate due={followUpDue} today={today} />
        {plan.terms.length === 0 && nextFollowUpOn && (
          <p>
            {m.nextFollowUp}: <DueDate date={nextFollowUpOn} today={today} />
            {contact && ` ${m.followUpOwner(contact.name)}`}
          </p>
        )}
        <TermsView
          plan={plan}
          homes={homes}
          people={people}
          team={team}
          today={today}
          actions={slots.terms}
          instead={slots.insteadOfTerms}
        />
        {plan.terms.length === 0 && <p>{m.otherwise}</p>}
        {slots.afterFollowUp}
      </Part>
      {team && (
        <Part id="hvem" title={`5 ${m.whoIsIn}`}>
          <TeamList team={team} />
        </Part>
      )}
      <Part id="enighed" title={`6 ${m.agreement}`}>
        {agreement ? (
          <AgreementList agreement={agreement} people={people} today={today} actions={slots.answer} />
        ) : (
          <EmptyState title={m.noVersion}>{m.noVersionText}</EmptyState>
        )}
        {slots.afterAgreement}
      </Part>
    </>
  )
}

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section id={id} aria-labelledby={`${id}-titel`}>
    <h2 id={`${id}-titel`}>{title}</h2>
    {children}
  </section>
)
