import { type Key, type Story, type TeamStory } from './story.ts'

/** Who usually helps: the assignment they get, in which sector, and one sentence on what they do. */
const HELPERS: Record<string, Omit<TeamStory, 'ago'>> = {
  teacher: { staff: 'laerer', role: 'teacher', sector: 'education', does: 'Kender børnene fra skolen og skriver hjem hver fredag' },
  daycare: { staff: 'paedagog', role: 'day-care-worker', sector: 'education', does: 'Den faste voksne i børnehaven' },
  psychologist: {
    staff: 'psykolog',
    role: 'educational-psychologist',
    sector: 'education',
    does: 'Undersøger, hvad der er svært i skolen',
  },
  job: {
    staff: 'sagsbehandler-jobcenter',
    role: 'employment-caseworker',
    sector: 'employment',
    does: 'Finder praktik og kurser, der passer til hverdagen',
  },
  family: { staff: 'sagsbehandler-familie', role: 'family-caseworker', sector: 'family-department', does: 'Har børnenes sag' },
  health: { staff: 'sundhedsplejerske', role: 'health-visitor', sector: 'health', does: 'Følger de mindste og svarer på spørgsmål' },
  adult: { staff: 'voksen', role: 'adult-caseworker', sector: 'adult-social', does: 'Hjælper med støtte i hjemmet' },
  addiction: { staff: 'rusmiddel', role: 'addiction-counsellor', sector: 'addiction', does: 'Samtaler hver anden uge' },
}
export type Helper = keyof typeof HELPERS

const PLAN_TO: Record<string, string> = {
  education: 'plan-to-education',
  employment: 'plan-to-employment',
  'family-department': 'plan-to-family-department',
  health: 'plan-to-health',
}

/** What makes a family that has been taken in; the usual way in, team and consents are filled in. Anything given stands instead. */
export type Family = Pick<Story, 'name' | 'people' | 'households' | 'custody'> &
  Partial<Story> & {
    /** Days since a place was given. */
    since: number
    coordinator: Key
    secondary?: Key
    helpers: Helper[]
    /** Why they were referred, in the referrer's words. */
    why: string
    /** What the criteria rest on. */
    facts?: string
  }

export function family({ since, coordinator, secondary, helpers, why, facts, ...given }: Family): Story {
  const { people } = given
  const own = Object.keys(people).filter((key) => (people[key]?.role ?? 'family') === 'family' && people[key]?.kind === undefined)
  const adults = own.filter((key) => (people[key]?.age ?? 0) >= 18)
  const helping = helpers.map((key) => HELPERS[key]!)
  const sectors = [...new Set(helping.map((one) => one.sector))]
  return {
    referred: { by: 'sagsbehandler-familie', sector: 'family-department', ago: since + 29, yes: 'signed', note: why },
    yes: adults.flatMap((who) => [
      { who, to: 'referral', ago: since + 30, channel: 'meeting' },
      { who, to: 'place', ago: since + 1, channel: 'meeting' },
    ]),
    screening: { ago: since + 10, answers: yesToAll(facts ?? 'Fremgår af henvisningen') },
    decided: { ago: since, decision: 'accepted', reasons: 'Familien er i målgruppen, og der er en plads.' },
    relations: Object.entries(given.custody ?? {}).flatMap(([child, holders]) =>
      holders.map((holder) => [holder, 'parent', child] as const),
    ),
    team: [
      {
        staff: coordinator,
        role: 'coordinator',
        sector: 'coordination',
        ago: since - 2,
        does: 'Holder sammen på planen og er den, I ringer til',
      },
      ...(secondary
        ? [
            {
              staff: secondary,
              role: 'secondary-coordinator',
              sector: 'coordination',
              ago: since - 2,
              does: 'Er med, når der er meget på én gang',
            },
          ]
        : []),
      ...helping.map((one) => ({ ...one, ago: since - 7 })),
    ],
    consents: [
      { template: 'consider-intake', about: own, ago: since + 30, registeredBy: 'sagsbehandler-familie' },
      { template: 'holistic-plan', about: own, ago: since + 1, registeredBy: 'visitator' },
      {
        template: 'first-meeting',
        about: own,
        ago: since + 1,
        to: sectors.length ? sectors : ['family-department'],
        registeredBy: 'visitator',
      },
      ...sectors.flatMap((sector) => (PLAN_TO[sector] ? [{ template: PLAN_TO[sector], about: own, ago: Math.max(since - 5, 0) }] : [])),
      // Those who have been here some time were asked whether the evaluation may learn from their case, and said yes.
      ...(since >= 60 ? [{ template: 'evaluation', about: own, ago: since - 10 }] : []),
    ],
    looks: [
      { who: 'visitator', ago: since + 3, event: 'intake.read' },
      { who: coordinator, ago: Math.max(since - 3, 1), event: 'plan.read' },
      { who: coordinator, ago: Math.min(20, since), event: 'plan.read' },
    ],
    ...given,
  }
}

/** The criteria of both projects as a family in the target group answers them; a place takes those its pack asks. */
export function yesToAll(facts: string): NonNullable<Story['screening']>['answers'] {
  const yes: ['yes', string] = ['yes', facts]
  return {
    'parent-on-cash-benefit': yes,
    'adult-on-cash-benefit': yes,
    'active-child-case': yes,
    'social-problems': yes,
    'health-problems': yes,
    'employment-problems': yes,
    'several-departments': yes,
    'child-at-risk-of-placement': yes,
    'child-already-placed': ['no'],
    'parent-on-disability-pension': ['no'],
    'both-parents-work-or-study': ['no'],
    'known-to-family-department': ['yes'],
  }
}

/** A family that is not taken in yet: no coordinator, no plan. */
export function referred(given: Omit<Story, 'relations'> & Partial<Pick<Story, 'relations'>>): Story {
  return {
    relations: Object.entries(given.custody ?? {}).flatMap(([child, holders]) =>
      holders.map((holder) => [holder, 'parent', child] as const),
    ),
    ...given,
  }
}
