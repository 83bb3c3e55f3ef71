import type pg from 'pg'
import { type Crew, inventFamily, type TeamMaker } from './invent.ts'
import { FAMILY_NAMES, inventedPlace, MEN, WOMEN } from './names.ts'
import type { Place } from './place.ts'
import { makePlace } from './places.ts'
import type { CprSource } from './rows-people.ts'
import { mix, type Random, seeded } from './random.ts'
import { makeStaff, type NewStaff } from './staff.ts'
import type { Story } from './story.ts'
import { TABLES } from './rows.ts'
import { seedRegistrations } from './registrations.ts'
import { writeStories } from './write.ts'

/**
 * `families`: in each municipality. `months`: how far back the oldest case began; `youngest`: the newest one, 0 unless given. `registered`: so many months of registration at most for each
 * family that was taken in, none unless given. The same `random` gives the same rows.
 */
export type Synthetic = { municipalities: number; families: number; months: number; random: number; today: string; youngest?: number; registered?: number }
const BATCH = 200
const ANALYZE = `analyze ${['shelf', ...TABLES].join(', ')}`
const PACKS = ['national-2014', 'hedensted', 'thisted'] as const

/** Invented municipalities with invented families, beside whatever is there. One transaction for each municipality. @returns rows by name of the municipality */
export async function seedSynthetic(
  client: pg.Client,
  wish: Synthetic,
  say: (line: string) => void,
): Promise<{ name: string; families: number }[]> {
  const { rows: taken } = await client.query<{ municipality_id: number }>('select municipality_id from municipality')
  const first = Math.max(0, ...taken.map((row) => row.municipality_id - 900))
  const done: { name: string; families: number }[] = []
  const made: number[] = []
  for (let i = 0; i < wish.municipalities; i++) {
    await client.query('begin')
    const place = await inventPlace(client, first + i, wish)
    await writeFamilies(client, place, inventFamilies(place, wish), wish.today, say)
    await client.query('commit')
    done.push({ name: place.name, families: wish.families })
    made.push(place.municipalityId)
  }
  await client.query(ANALYZE)
  const registered = wish.registered ?? 0
  if (registered > 0) await seedRegistrations(client, { municipalities: made, from: 0, until: registered - 1, random: wish.random, today: wish.today }, say)
  return done
}

async function writeFamilies(
  client: pg.Client,
  place: Place,
  stories: readonly Story[],
  today: string,
  say: (line: string) => void,
): Promise<void> {
  const cpr = quickCpr()
  const all = numberInOrder(stories, today)
  for (let at = 0; at < all.length; at += BATCH) {
    const written = await writeStories(client, place, all.slice(at, at + BATCH), cpr, today)
    // Without statistics the triggers would go on planning for empty tables.
    if (at === 0) await client.query(ANALYZE)
    say(`${place.name}: ${at + written.length} / ${all.length}`)
  }
}

/**
 * Administrative numbers (60 added to the day, so never a citizen's) in order, of people born since 1937: hundreds of thousands in a minute, where
 * inventedCpr looks for one that passes modulus 11.
 */
export function quickCpr(): CprSource {
  const used = new Map<string, number>()
  return (born, sex) => {
    const key = `${born} ${sex}`
    const n = used.get(key) ?? 0
    used.set(key, n + 1)
    const last = (born < '2000' ? 0 : 4000) + 2 * n + (sex === 'female' ? 0 : 1)
    if (last > (born < '2000' ? 3999 : 9999)) throw new RangeError(`no invented number left for ${born}`)
    return `${Number(born.slice(8)) + 60}${born.slice(5, 7)}${born.slice(2, 4)}${String(last).padStart(4, '0')}`
  }
}

/** The families of a place: each from a seed of its own, so that more families do not change the first ones. Pure. */
export function inventFamilies(place: Pick<Place, 'municipalityId'>, wish: Synthetic): Story[] {
  const crew = crewOf(wish.families)
  return Array.from({ length: wish.families }, (_, n) => inventFamily(seeded(mix(wish.random, place.municipalityId, n)), crew, wish.months, wish.youngest))
}

async function inventPlace(client: pg.Client, n: number, wish: Synthetic): Promise<Place> {
  const invented = inventedPlace(n)
  const place = await makePlace(client, {
    ...invented,
    projectCode: 'familier',
    projectName: `Familier i ${invented.name}`,
    pack: PACKS[n % PACKS.length] ?? 'national-2014',
    capacity: wish.families,
    today: wish.today,
  })
  await makeStaff(client, place, staffFor(place, wish), wish.today, `${invented.code}-`)
  return place
}

/** How many coordinators and helpers a place of that size has: 3 to 40 of each family's staff in all. */
const crewSize = (families: number) => ({
  coordinators: Math.min(20, Math.max(1, Math.ceil(families / 15))),
  each: Math.min(4, Math.max(1, Math.ceil(families / 100))),
})
const HELP: readonly (Omit<TeamMaker, 'staff'> & { key: string; title: string })[] = [
  { key: 'laerer', title: 'Lærer', role: 'teacher', sector: 'education' },
  { key: 'jobcenter', title: 'Sagsbehandler', role: 'employment-caseworker', sector: 'employment' },
  { key: 'familie', title: 'Familierådgiver', role: 'family-caseworker', sector: 'family-department' },
  { key: 'sundhed', title: 'Sundhedsplejerske', role: 'health-visitor', sector: 'health' },
  { key: 'voksen', title: 'Sagsbehandler', role: 'adult-caseworker', sector: 'adult-social' },
]

/** Who works there, by key. Pure. */
export function crewOf(families: number): Crew {
  const { coordinators, each } = crewSize(families)
  const helpers = HELP.flatMap(({ key, role, sector }) =>
    Array.from({ length: each }, (_, i) => ({ staff: `${key}${i + 1}`, role, sector })),
  )
  return {
    coordinators: Array.from({ length: coordinators }, (_, i) => `koordinator${i + 1}`),
    helpers,
    referrers: helpers.filter(({ sector }) => sector !== 'adult-social').map(({ staff, sector }) => [staff, sector]),
  }
}

function staffFor(place: Place, wish: Synthetic): NewStaff[] {
  const r = seeded(mix(wish.random, place.municipalityId))
  const crew = crewOf(wish.families)
  const person = (key: string, title: string, department: string, role: string, projectRole?: NewStaff['projectRole']): NewStaff => ({
    key,
    name: nameOf(r),
    title,
    department,
    role,
    ...(projectRole ? { projectRole } : {}),
  })
  return [
    person('projektleder', 'Projektleder', 'project', 'project-manager', 'project-manager'),
    person('visitator', 'Visitator', 'project', 'intake-team', 'intake-team'),
    ...crew.coordinators.map((key) => person(key, 'Koordinator', 'project', 'coordinator')),
    ...crew.helpers.map(({ staff, sector }) =>
      person(
        staff,
        HELP.find((one) => one.sector === sector)?.title ?? '',
        unitFor(place, sector),
        sector === 'family-department' ? 'authority-officer' : 'worker',
      ),
    ),
    person('administrator', 'Administrator', 'administration', 'administrator'),
    person('vagt', 'Vagthavende', 'duty', 'child-protection-duty'),
  ]
}
const nameOf = (r: Random): string => `${r.pick(r.chance(0.7) ? WOMEN : MEN)} ${r.pick(FAMILY_NAMES)}`

function unitFor(place: Place, sector: string): string {
  const unit = place.pack.units.find((one) => one.sector === sector)?.code ?? sector
  if (place.departments[unit] === undefined) throw new Error(`${place.name} has no unit of sector ${sector}`)
  return unit
}

/** Numbers by year and order of referral. */
export function numberInOrder(stories: readonly Story[], today: string): { story: Story; number: string }[] {
  const counts = new Map<number, number>()
  const numbers = new Map<Story, string>()
  for (const story of stories.toSorted((a, b) => b.referred.ago - a.referred.ago)) {
    const year = new Date(Date.parse(`${today}T00:00:00Z`) - story.referred.ago * 86_400_000).getUTCFullYear()
    const n = (counts.get(year) ?? 0) + 1
    counts.set(year, n)
    numbers.set(story, `${year}-${String(n).padStart(3, '0')}`)
  }
  return stories.map((story) => ({ story, number: numbers.get(story)! }))
}
