import type { AgreedStory } from './rows-agreed.ts'
import type { HealthStory, InquiryStory } from './rows-inquiries.ts'
import type { InstrumentStory } from './rows-instruments.ts'
import type { EntryStory } from './rows-logbook.ts'
import type { RoomStory } from './rows-meeting-room.ts'
import type { SectorPlanStory } from './rows-sector.ts'
import type { SituationStory } from './rows-situation.ts'
import type { ThreadStory } from './rows-threads.ts'
/*
 * A family as it is told: who they are, who helps them, what they have said yes to and what they have planned. Days are told from today:
 * `ago: 30` is thirty days ago, a negative number lies ahead; so a demo never grows old. People are named by keys within the story ('mette'),
 * staff by their key in the place ('koordinator').
 */
export type Key = string

export type PersonStory = {
  name: string
  /** Years; the birthday lies `days` days back in the running year of life (default 120). Left out for the unborn and for network persons. */
  age?: number
  days?: number
  sex?: 'female' | 'male'
  lastName?: string
  role?: 'family' | 'other-parent' | 'network'
  kind?: 'person' | 'unborn' | 'network'
  /** Days until the birth. */
  due?: number
  language?: string
  interpreter?: boolean
  channel?: 'sms' | 'mail' | 'digital-post' | 'letter' | 'phone'
  /** False: no CPR number is known yet. */
  cpr?: boolean
}
export type HouseholdStory = { name: string; members: Key[]; street?: string; postcode?: string; city?: string; protected?: boolean }
export type RelationStory = [
  person: Key,
  kind: 'parent' | 'partner' | 'sibling' | 'grandparent' | 'foster-parent' | 'network',
  other: Key,
  label?: string,
  /** Days ago it began and ended; left out: always, still. */
  dated?: { from?: number; until?: number },
]
export type TeamStory = { staff: Key; role: string; sector: string; does: string; ago: number; until?: number }

/** What one signer said: signed (default), or asked and silent, refused, tried twice in vain. */
export type SignerState = 'signed' | 'asked' | 'refused' | 'unreachable'
export type ConsentStory = {
  /** Code of the consent in the pack. */
  template: string
  about: Key[]
  ago: number
  /** Sectors chosen among the template's; default all of them. */
  to?: string[]
  from?: string[]
  states?: Record<Key, SignerState>
  how?: 'signed' | 'portal' | 'spoken'
  witness?: string
  interpreter?: boolean
  withdrawn?: { ago: number; by: Key }
  registeredBy?: Key
}

export type Said = {
  key?: string
  about: Key[]
  ago: number
  /** Default: the family's coordinator. */
  by?: Key
  /** Written by the family member itself in the portal. */
  member?: Key
  /** Dropped later, with a reason. */
  dropped?: { ago: number; reason: string }
}
export type HopeStory = Said & {
  who: Key | null
  words: string
  /** Said by telephone, on paper or at a meeting, written down by staff. */ channel?: 'phone' | 'paper' | 'meeting'
}
export type GoalStory = Said & {
  title: string
  hope?: string
  parent?: string
  measure?: string
  sector?: string
  category?: string
  stated?: { name: string; sector: string; channel: string }
  /** What kind of goal; develop unless said. */
  aim?: 'develop' | 'keep' | 'limit-loss'
  numbers?: { from: number; to: number; unit: string }
  /** Whose measure it is followed by (PLAN-12): kind and code. */
  followedBy?: { who: Key; measure: string }
  /** Told otherwise later. */
  later?: { ago: number; title: string }
}
export type ActivityStory = Said & {
  what: string
  goal: string
  offer: string
  provider?: string
  place?: string
  weekly?: { days: number[]; from?: string; to?: string; minutes: number }
  once?: { minutes: number; from?: string; to?: string }
  starts?: number
  ends?: number
  unknown?: Partial<Record<'offer' | 'provider' | 'start' | 'end' | 'hours', number>>
  takesPart?: Key[]
  sector?: string
  /** Minutes a week of members with other hours. */
  own?: Record<Key, number>
  /** Days told as `ago`. */
  breaks?: { from: number; until: number; why: string }[]
  /** Minutes there. */
  travel?: number
  /** Key of the activity that must be over first. */
  after?: string
  /** A manager must say yes; or what was answered, written down by the coordinator. */
  approval?: true | { outcome: 'approved' | 'changed' | 'refused'; by: string; sector: string; ago: number; reason?: string; instead?: string }
}
/** How the plan is followed up. What is left out is told as usual; `goals`, `people` by key. */
export type TermsStory = {
  ago?: number
  howFollowed?: string
  howOften?: 'weekly' | 'fortnightly' | 'monthly' | 'two-monthly' | 'quarterly'
  people?: Key[]
  others?: string
  goals?: string[]
  thinkOver?: string
  ifOtherwise?: string
  whoCalls?: string
  reopenedWhen?: string
  registeredBy?: string
  registeredWhat?: string
  registeredOften?: string
  registeredChannel?: 'portal' | 'paper' | 'phone'
}
export type AnswerStory = {
  who: Key
  answer: 'agree' | 'partly' | 'disagree' | null
  words?: string
  heardBy?: string
  notHeard?: string
  channel?: 'phone' | 'paper' | 'meeting'
  member?: boolean
}
export type VersionStory = { ago: number; present?: string; atMeeting?: boolean; followUpAgo: number; answers: AnswerStory[] }

/** Something of a person's that lasts; days ago. `key` to draw a tie to it. */
export type SpellStory = {
  key?: string
  who: Key
  kind: 'benefit' | 'work' | 'education' | 'school' | 'day-care' | 'leisure-job' | 'leisure-activity' | 'offer'
  status?: string
  what?: string
  place?: string
  minutes?: number
  starts: number
  ends?: number
  why?: string
}
/** `to`: a person of the story, the key of a spell, or somebody of the staff. */
export type TieStory = {
  says: Key
  from?: Key
  to: Key
  strength: 'strong' | 'ordinary' | 'weak'
  strained?: boolean
  words?: string
  ago: number
  member?: boolean
}
export type WishStory = { who: Key; about: Key; answer: 'come' | 'not'; ago: number; member?: boolean }

export type Story = {
  name: string
  referred: { by: Key; sector: string; ago: number; yes: 'signed' | 'spoken' | 'portal'; note: string }
  yes?: { who: Key; to: 'referral' | 'place'; ago: number; channel: 'paper' | 'meeting' | 'telephone' }[]
  screening?: { ago: number; note?: string; answers: Record<string, ['yes' | 'no', evidence?: string]> }
  decided?: { ago: number; decision: 'accepted' | 'waiting' | 'refused'; reasons: string; deviation?: string }
  people: Record<Key, PersonStory>
  households: HouseholdStory[]
  custody?: Record<Key, Key[]>
  relations?: RelationStory[]
  /** Homes of before the family came, for the time line. */
  earlierHomes?: { name: string; members: Key[]; from: number; until: number }[]
  /** Left out: the usual ones by age. */
  spells?: SpellStory[]
  ties?: TieStory[]
  wishes?: WishStory[]
  team?: TeamStory[]
  consents?: ConsentStory[]
  hopes?: HopeStory[]
  goals?: GoalStory[]
  activities?: ActivityStory[]
  versions?: VersionStory[]
  /** Titles of the goals that the family has in focus. */
  focus?: string[]
  sectorPlans?: SectorPlanStory[]
  terms?: TermsStory
  /** The family's page: their situation today. */
  situation?: SituationStory
  /** For how many months there are registrations; invented families have none, since thousands of them would only make the seed slow. */
  registered?: number
  inquiries?: InquiryStory[]
  /** Filled-in forms and goal scales. */
  instruments?: InstrumentStory
  /** Left out: a few usual lines. */
  logbook?: EntryStory[]
  threads?: ThreadStory[]
  /** Meetings as they are led. */
  rooms?: RoomStory[]
  agreed?: AgreedStory[]
  health?: HealthStory
  shields?: { a: Key; b: Key; ago: number; reason: string; by: Key }[]
  /** `time`: hour and minute in UTC. */
  breakGlass?: { by: Key; ago: number; time: string; hours: number; reason: string }[]
  legalBases?: {
    about: Key
    ago: number
    days: number
    paragraph: string
    from: string[]
    to: string[]
    categories: string[]
    reason: string
    by: Key
    confirmedBy?: Key
  }[]
  disqualified?: { staff: Key; ago: number; named?: Key }[]
  tasks?: { role?: string; staff?: Key; code: string; dueAgo: number }[]
  closed?: { ago: number; reason: string; by: Key }
  guarded?: boolean
  /** Who looked when: rows of the log. */
  looks?: { who: Key; ago: number; event: string; member?: boolean; time?: string }[]
}
