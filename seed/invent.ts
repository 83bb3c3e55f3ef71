import { ACTIVITIES, BOYS, FAMILY_NAMES, GIRLS, GOALS, HOPES, MEN, STREETS, WOMEN, WORDS } from './names.ts'
import type { Random } from './random.ts'
import type {
  ActivityStory,
  AnswerStory,
  GoalStory,
  HopeStory,
  HouseholdStory,
  Key,
  PersonStory,
  RelationStory,
  Story,
  TeamStory,
} from './story.ts'

/** Staff of an invented municipality by what they may be in a family's case. */
export type Crew = { coordinators: Key[]; referrers: [staff: Key, sector: string][]; helpers: TeamMaker[] }
export type TeamMaker = { staff: Key; role: string; sector: string }
type People = {
  people: Record<Key, PersonStory>
  households: HouseholdStory[]
  custody: Record<Key, Key[]>
  relations: RelationStory[]
  adults: Key[]
  children: Key[]
  family: Key[]
}

/** A family that nobody knows, the same for the same numbers. `months`: the oldest case began that long ago; `youngest`: the newest one. */
export function inventFamily(r: Random, crew: Crew, months: number, youngest = 0): Story {
  const name = r.pick(FAMILY_NAMES)
  const who = inventPeople(r)
  const ago = r.int(1 + youngest * 30, Math.max(months, youngest + 1, 1) * 30)
  const state = stateOf(r, ago)
  const [by, sector] = r.pick(crew.referrers)
  const decidedAgo = Math.max(0, ago - r.int(7, 40))
  const base: Story = {
    name,
    ...who,
    referred: { by, sector, ago, yes: r.pick(['signed', 'spoken', 'portal']), note: `${r.pick(HOPES)}. Familien vil gerne have én plan.` },
    yes: who.adults.map((adult) => ({ who: adult, to: 'referral', ago: ago + 1, channel: 'meeting' })),
    consents: [{ template: 'consider-intake', about: who.family, ago: ago + 1, registeredBy: by, states: silentElsewhere(r, who) }],
  }
  if (state === 'open') return base
  const screened: Story = {
    ...base,
    screening: { ago: Math.min(ago, decidedAgo + 3), answers: answersOf(r, state !== 'refused') },
    decided: {
      ago: decidedAgo,
      decision: state === 'active' || state === 'closed' ? 'accepted' : state,
      reasons: state === 'refused' ? 'Familien er uden for målgruppen.' : 'Familien er i målgruppen.',
    },
  }
  return state === 'active' || state === 'closed' ? withWork(r, screened, who, crew, decidedAgo, state === 'closed') : screened
}

function stateOf(r: Random, ago: number): 'open' | 'waiting' | 'refused' | 'active' | 'closed' {
  if (ago < 30) return 'open'
  const x = r.next()
  return x < 0.06 ? 'refused' : x < 0.1 ? 'waiting' : x < 0.1 + Math.min(0.35, ago / 2000) ? 'closed' : 'active'
}

function inventPeople(r: Random): People {
  const two = r.chance(0.5)
  const people: Record<Key, PersonStory> = {}
  const motherAge = r.int(20, 50)
  const adults: Key[] = ['mor']
  people['mor'] = { name: r.pick(WOMEN), age: motherAge, days: r.int(0, 364), sex: 'female', ...languageOf(r) }
  const father: PersonStory = { name: r.pick(MEN), age: motherAge + r.int(-2, 7), days: r.int(0, 364), sex: 'male' }
  const elsewhere = !two && r.chance(0.7)
  if (two || elsewhere)
    people['far'] = { ...father, ...(elsewhere ? { role: 'other-parent', lastName: r.pick(FAMILY_NAMES), channel: 'letter' } : {}) }
  if (two) adults.push('far')
  const children = Array.from({ length: Math.min(r.int(1, 4), 6 - adults.length) }, (_, i) => `barn${i + 1}`)
  for (const key of children) {
    const sex = r.pick(['female', 'male'] as const)
    people[key] = { name: r.pick(sex === 'female' ? GIRLS : BOYS), age: r.int(0, Math.min(17, motherAge - 18)), days: r.int(0, 364), sex }
  }
  const shared = elsewhere && r.chance(0.6)
  const home = { street: `${r.pick(STREETS)} ${r.int(1, 180)}`, postcode: '9999', city: 'Opdigtet' }
  return {
    people,
    adults,
    children,
    family: [...adults, ...children],
    households: [
      { name: 'Hjemme', members: [...adults, ...children], ...home, protected: r.chance(0.02) },
      ...(elsewhere ? [{ name: 'Den anden forælder', members: ['far'] }] : []),
    ],
    custody: Object.fromEntries(children.map((child) => [child, two || shared ? ['mor', 'far'] : ['mor']])),
    relations: children.flatMap((child): RelationStory[] => [
      ['mor', 'parent', child],
      ...(two || elsewhere ? [['far', 'parent', child] as RelationStory] : []),
    ]),
  }
}
const languageOf = (r: Random): Partial<PersonStory> =>
  r.chance(0.12) ? { language: r.pick(['ar', 'uk', 'pl', 'so', 'tr', 'en']), interpreter: r.chance(0.6) } : {}

/** A parent elsewhere does not always answer. */
const silentElsewhere = (r: Random, who: People): { far?: 'asked' | 'refused' } =>
  who.people['far']?.role === 'other-parent' && r.chance(0.2) ? { far: r.pick(['asked', 'refused']) } : {}

function answersOf(r: Random, meets: boolean): NonNullable<Story['screening']>['answers'] {
  const yes: ['yes', string] = ['yes', 'Oplyst i henvisningen']
  return {
    'parent-on-public-support': yes,
    'parent-on-cash-benefit': yes,
    'adult-on-cash-benefit': yes,
    'active-child-case': yes,
    'social-problems': yes,
    'health-problems': yes,
    'employment-problems': yes,
    'several-departments': meets ? yes : ['no'],
    'child-at-risk-of-placement': r.chance(0.9) ? yes : ['no'],
  }
}

/** Team, consents, plan: what a family has once it is in. */
function withWork(r: Random, base: Story, who: People, crew: Crew, since: number, closes: boolean): Story {
  const [coordinator, other] = r.some(crew.coordinators, 2)
  const helpers = r.some(crew.helpers, r.int(1, 4))
  const end = closes ? r.int(0, Math.max(0, since - 60)) : undefined
  const team: TeamStory[] = [
    { staff: coordinator!, role: 'coordinator', sector: 'coordination', ago: since, does: 'Holder sammen på planen' },
    ...(other && r.chance(0.4)
      ? [{ staff: other, role: 'secondary-coordinator', sector: 'coordination', ago: since, does: 'Er med ved møderne' }]
      : []),
    ...helpers.map((one) => ({ ...one, ago: Math.max(0, since - r.int(0, 20)), does: 'Følger op på sin del af planen' })),
  ]
  const sectors = [...new Set(helpers.map((one) => one.sector))]
  const asked = Math.max(0, since - 2)
  const planTo = sectors.filter((sector) => ['education', 'employment', 'family-department', 'health'].includes(sector))
  const consents: NonNullable<Story['consents']> = [
    ...(base.consents ?? []),
    { template: 'holistic-plan', about: who.family, ago: since + 1, registeredBy: 'visitator' },
    { template: 'first-meeting', about: who.family, ago: since + 1, to: sectors, registeredBy: 'visitator' },
    ...planTo.map((sector) => ({
      template: `plan-to-${sector}`,
      about: r.some(who.family, r.int(1, who.family.length)),
      ago: asked,
      states: silentElsewhere(r, who),
      ...(asked > 30 && r.chance(0.05) ? { withdrawn: { ago: r.int(0, asked - 1), by: 'mor' } } : {}),
    })),
  ]
  return {
    ...base,
    team,
    consents,
    logbook: [],
    ...planOf(r, who, since),
    ...(end !== undefined
      ? { closed: { ago: end, reason: r.pick(['goals-reached', 'moved', 'no-longer-wishes']), by: coordinator! } }
      : {}),
  }
}

function planOf(r: Random, who: People, since: number): Pick<Story, 'hopes' | 'goals' | 'activities' | 'versions'> {
  const began = Math.max(0, since - 7)
  const hopes: HopeStory[] = r
    .some(
      who.family.filter((key) => (who.people[key]?.age ?? 0) >= 4),
      r.int(1, 3),
    )
    .map((key, i) => ({ key: `h${i}`, who: key, about: [key], ago: began, words: r.pick(HOPES) }))
  const goals: GoalStory[] = r
    .some(GOALS, r.int(2, 5))
    .map((title, i) => ({
      key: `g${i}`,
      title,
      ago: began,
      about: r.some(who.family, r.int(1, 2)),
      ...(i > 0 && r.chance(0.4) ? { parent: 'g0' } : { hope: hopes[i % hopes.length]?.key ?? 'h0' }),
    }))
  const activities: ActivityStory[] = r.some(ACTIVITIES, r.int(1, 4)).map(([what, offer, minutes], i) => {
    const goal = goals[i % goals.length]!
    return {
      what,
      offer,
      goal: goal.key!,
      about: goal.about,
      ago: began,
      starts: began,
      ends: began - r.int(30, 200),
      weekly: { days: [r.int(1, 5)], minutes },
    }
  })
  const answers: AnswerStory[] = who.family.map((key): AnswerStory => {
    const age = who.people[key]?.age ?? 0
    if (age < 4) return { who: key, answer: null, notHeard: 'For lille' }
    return {
      who: key,
      answer: r.pick(['agree', 'agree', 'agree', 'partly', 'disagree'] as const),
      words: r.pick(WORDS),
      ...(age < 18 ? { heardBy: 'Koordinatoren' } : {}),
    }
  })
  return { hopes, goals, activities, versions: since > 35 ? [{ ago: since - 30, followUpAgo: since - 120, answers }] : [] }
}
