import { daysBetween } from '#app/platform/time/plain-date.ts'
import { EmptyState } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { DueDate } from '#app/ui/text.tsx'
import type { ReactNode } from 'react'
import type { PlanContent } from '../plan.ts'
import { namesOf, planTexts, termsTexts } from '../plan-words.ts'
import { type Home, missingTerms, termFields, type Terms, termsOf } from '../terms.ts'
import { joinList } from '#app/platform/i18n/words.ts'

type Person = { id: number; name: string; family?: boolean }
type Props = {
  plan: Pick<PlanContent, 'terms' | 'goals'>
  /** The homes that agree; left out in a version: then only what was agreed is shown. */
  homes?: readonly Home[]
  people: readonly Person[]
  team?: readonly { staffId: number; name: string }[]
  today: string
  /** Below one home's part: the button, or the form in its place. */
  actions?: (home: Home, terms: Terms | undefined) => ReactNode
  instead?: (home: Home, terms: Terms | undefined) => ReactNode
}

/** How the plan is followed up, as one says it at the table; one part for each home (PLAN-03, PLAN-16, PLAN-17, PLAN-18). */
export const TermsView = ({ plan, homes, people, team = [], today, actions, instead }: Props) => {
  const locale = useLocale()
  const t = termsTexts(locale)
  const agreed: Home[] = homes
    ? [...homes]
    : plan.terms.map((one) => ({ id: one.householdId, personIds: one.subjects }))
  const several = agreed.length > 1
  return (
    <>
      {agreed.map((home) => {
        const terms = termsOf(plan.terms, home)
        const form = instead?.(home, terms)
        return (
          <div key={home.id ?? 0} id={`opfoelgning-${home.id ?? 0}`}>
            {several && <h3>{t.homeOf(namesOf(locale, people, home.personIds))}</h3>}
            {form ??
              (terms && missingTerms(terms, today).length < termFields.length ? (
                <OneHome terms={terms} plan={plan} people={people} team={team} today={today} />
              ) : (
                <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
              ))}
            {!form && actions?.(home, terms)}
          </div>
        )
      })}
    </>
  )
}

type One = { terms: Terms } & Required<Pick<Props, 'plan' | 'people' | 'team' | 'today'>>
const OneHome = ({ terms: one, plan, people, team, today }: One) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const t = termsTexts(locale)
  const inSentence = (names: string) => (names === m.wholeFamily ? names.toLocaleLowerCase(locale) : names)
  const staff = one.nextStaff.map((id) => team.find((h) => h.staffId === id)?.name).filter((name) => name !== undefined)
  const who = joinList(locale, [
    ...(one.nextPeople.length ? [inSentence(namesOf(locale, people, one.nextPeople))] : []),
    ...staff,
    ...(one.nextOthers ? [one.nextOthers] : []),
  ])
  const goals = one.nextGoals.map((id) => plan.goals.find((g) => g.id === id)?.title || m.noTitle)
  const often = one.howOften ? t.often[one.howOften] : null
  const sentence = [often && one.howFollowed ? t.sayHow(one.howFollowed, often) : (often ?? one.howFollowed)].filter(Boolean).join(' ')
  const channel = one.registeredChannel && t.channelSaid[one.registeredChannel]
  const tells = [one.registeredBy, one.registeredWhat].filter(Boolean).join(': ')
  const lines = [
    [t.thinking, whole(one.thinkOver)],
    [t.otherwise, [one.ifOtherwise, one.whoCalls].filter(Boolean).map(whole).join(' ')],
    [t.reopened, whole(one.reopenedWhen)],
    [t.progress, [tells, [one.registeredOften, channel].filter(Boolean).join(', ')].filter(Boolean).map(whole).join(' ')],
  ] as const
  return (
    <>
      {sentence && <p>{sentence}</p>}
      <h3>{t.next}</h3>
      <p>
        {one.nextOn ? <DueDate date={one.nextOn} today={today} kind="event" /> : m.noFollowUp}
        {who && ` ${t.withWhom(who)}`}
      </p>
      {goals.length > 0 && (
        <>
          <p>{t.untilThen}:</p>
          <ul>
            {goals.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </>
      )}
      {lines.map(
        ([head, text]) =>
          text && (
            <p key={head}>
              <strong>{head}.</strong> {text}
            </p>
          ),
      )}
    </>
  )
}

/** As a sentence: with a full stop. */
const whole = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`)

/** Kindly and once: the day has passed, or too long has gone by (PLAN-19). */
export const FollowUpLate = ({ due, today }: { due: string | null; today: string }) => {
  const t = termsTexts(useLocale())
  if (due === null || due >= today) return null
  return (
    <Alert tone="warning" live={false}>
      {t.late(daysBetween(due, today))}
    </Alert>
  )
}
