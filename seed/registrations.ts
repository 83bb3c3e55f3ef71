import type pg from 'pg'
import { shippedPack } from '#app/catalogue/apply-pack.server.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import { type Indicator, isAbout, type Member } from '#app/progression/indicators.ts'
import { addMonths, ageOn, endOfMonth, startOfMonth } from '#app/platform/time/plain-date.ts'
import { asleep, pastGuards, roughlyIn } from './bulk-load.ts'
import { copyIn } from './copy-in.ts'
import { mix } from './random.ts'

/* Months of registration for invented families, straight into the table: 15 million values for a country of 98 municipalities, 100 families each and 36 months. The same every time. */

/** `from` and `until`: months since each family's intake, both included. */
export type Registrations = { municipalities: readonly number[]; from: number; until: number; random: number; today: string }
export type Registrant = { m: number; caseId: number; personId: number; born: string; parent: boolean; author: number | null; intakeMonth: string; lastOn: string | null; shelf: number; pack: string }
/** Fewer rows than this go in beside the guards. */
const MANY = 50_000

/** @returns how many values were written. In one transaction of the owner; the nation's sums are counted anew at its end. */
export async function seedRegistrations(client: pg.Client, wish: Registrations, say: (line: string) => void = () => {}): Promise<number> {
  await client.query('begin')
  await shelve(client, wish.municipalities)
  const people = await registrants(client, wish.municipalities)
  const packs = new Map<string, Indicator[]>()
  for (const code of new Set(people.map((p) => p.pack))) packs.set(code, inForce((await shippedPack(code)).indicators, wish.today))
  const count = { rows: 0 }
  const lines = linesOf(people, packs, wish, count, say)
  const expected = people.length * 12 * (wish.until - wish.from + 1)
  const copy = () => copyIn(client, 'progression_value', COLUMNS, lines)
  if (expected > Math.max(MANY, await roughlyIn(client, 'progression_value'))) await pastGuards(client, 'progression_value', copy)
  else await asleep(client, 'progression_value', copy)
  await finishMonths(client, wish)
  say(`${count.rows} registered values; counting the sums`)
  await client.query('analyze progression_value, registration_month, shelf') // or the recount plans for an empty table
  for (const m of wish.municipalities) await client.query('select access.recount_progression($1)', [m])
  await client.query('commit')
  await client.query('analyze progression_standing, progression_rollup, progression_begun')
  return count.rows
}

/** Those of families that were taken in, with what the values need: month of intake, last day, who registers, the pack. */
const PEOPLE = `select c.municipality_id as m, c.id as case_id, p.id as person_id, p.born,
    exists (select from custody h where h.municipality_id = c.municipality_id and h.holder_id = p.id) as parent,
    (select a.staff_id from assignment a where a.municipality_id = c.municipality_id and a.case_id = c.id and a.role = 'coordinator' order by a.id limit 1) as author,
    date_trunc('month', coalesce(r.intake_on, access.day(r.decided_at)))::date as intake_month,
    least(p.died, (select max(coalesce(k.left_on, access.day(k.closed_at))) from closure k where k.municipality_id = c.municipality_id and k.case_id = c.id and k.reopened_at is null)) as last_on, j.pack
  from family_case c join project j on j.municipality_id = c.municipality_id and j.id = c.project_id
  cross join lateral (select f.intake_on, f.decided_at from referral f where f.municipality_id = c.municipality_id and f.case_id = c.id and f.decision = 'accepted' order by f.id desc limit 1) r
  join case_person x on x.municipality_id = c.municipality_id and x.case_id = c.id and x.role = 'family'
  join person p on p.municipality_id = c.municipality_id and p.id = x.person_id and p.born is not null
  where c.municipality_id = any ($1)`

/** The shelf of each person's values under their coordinator, as the trigger would make it. */
async function shelve(client: pg.Client, municipalities: readonly number[]): Promise<void> {
  await client.query(`insert into shelf (municipality_id, case_id, sector, category, visibility, household_shared, shielded_from, subjects, author_staff_id)
    select m, case_id, 'coordination', 'progression', 'family', false, '{}', array[person_id], author from (${PEOPLE} order by 1, 2, 3) w on conflict do nothing`, [municipalities])
}
async function registrants(client: pg.Client, municipalities: readonly number[]): Promise<Registrant[]> {
  const { rows } = await client.query<Registrant>(`select w.m, w.case_id::int as "caseId", w.person_id::int as "personId", w.born::text, w.parent, w.author::int, w.intake_month::text as "intakeMonth", w.last_on::text as "lastOn",
    s.id::int as shelf, w.pack from (${PEOPLE}) w join shelf s on s.municipality_id = w.m and s.case_id = w.case_id and s.sector = 'coordination' and s.category = 'progression' and s.visibility = 'family'
      and not s.household_shared and s.shielded_from = '{}' and s.subjects = array[w.person_id] and s.author_staff_id is not distinct from w.author order by w.m, w.case_id, w.person_id`, [municipalities])
  return rows
}

async function finishMonths(client: pg.Client, wish: Registrations): Promise<void> {
  await client.query(`insert into registration_month (municipality_id, case_id, month, finished_at, finished_by)
    select distinct on (w.m, w.case_id, d) w.m, w.case_id, d::date, d + interval '1 month 6 days 12 hours', w.author from (${PEOPLE}) w
      cross join lateral generate_series(w.intake_month + make_interval(months => $2), least(w.intake_month + make_interval(months => $3), date_trunc('month', $4::date) - interval '1 month', w.last_on), '1 month') d
    where w.author is not null on conflict do nothing`, [wish.municipalities, wish.from, wish.until, wish.today])
}

export const COLUMNS = ['municipality_id', 'person_id', 'indicator', 'month', 'number', 'second', 'choice', 'how', 'judged_month', 'case_id', 'sector', 'category', 'visibility', 'household_shared', 'subjects', 'author_staff_id', 'shelf_id', 'created_at']

/** A line of COPY for each value, person by person. Pure but for what it counts. */
export function* linesOf(people: readonly Registrant[], packs: ReadonlyMap<string, readonly Indicator[]>, wish: Pick<Registrations, 'from' | 'until' | 'random' | 'today'>, count: { rows: number }, say: (line: string) => void): Generator<string> {
  const about = new Map<string, Indicator[]>()
  const newest = addMonths(startOfMonth(wish.today), -1)
  let m = 0
  for (const p of people) {
    if (p.m !== m) say(`registrations of ${(m = p.m)}`)
    for (let since = wish.from; since <= wish.until; since++) {
      const month = addMonths(p.intakeMonth, since)
      if (month > newest || (p.lastOn !== null && month > p.lastOn)) break
      for (const indicator of askedOf(p, month, packs.get(p.pack) ?? [], about)) {
        const line = lineOf(p, indicator, month, since, wish.random)
        if (line === null) continue
        count.rows++
        yield line
      }
    }
  }
}

/** What is asked of somebody of that age; looked up once for each age. */
function askedOf(p: Registrant, month: string, indicators: readonly Indicator[], known: Map<string, Indicator[]>): Indicator[] {
  if (p.born > endOfMonth(month)) return []
  const key = `${p.pack} ${p.parent} ${ageOn(p.born, endOfMonth(month))}`
  const member: Member = { id: p.personId, name: '', born: p.born, unborn: false, parent: p.parent }
  const found = known.get(key) ?? indicators.filter((i) => i.about !== 'family' && isAbout(i, member, month))
  known.set(key, found)
  return found
}

const share = (hash: number): number => hash / 4_294_967_296
/** One in twenty is missing; of judgements one in four is kept from the month before, never twice in a row. */
function lineOf(p: Registrant, indicator: Indicator, month: string, since: number, random: number): string | null {
  const draw = mix(random, p.m, p.personId, wordOf(indicator.code))
  const at = (n: number) => share(mix(draw, n, 7))
  if (since > 0 && at(since) < 0.05) return null
  const kept = indicator.answer === 'scale' && since > 1 && (draw + since) % 4 === 0 && at(since - 1) >= 0.05
  const answer = answerOf(indicator, draw, kept ? since - 1 : since)
  if (answer === null) return null
  const looked = kept ? addMonths(month, -1) : month
  return `${p.m}\t${p.personId}\t${indicator.code}\t${month}\t${answer}\t${kept ? 'carried' : 'judged'}\t${looked}\t${p.caseId}\tcoordination\tprogression\tfamily\tf\t{${p.personId}}\t${p.author ?? '\\N'}\t${p.shelf}\t${addMonths(month, 1).slice(0, 8)}05 10:00+00\n`
}
const wordOf = (text: string): number => {
  let n = 7
  for (let i = 0; i < text.length; i++) n = (Math.imul(n, 31) + text.charCodeAt(i)) >>> 0
  return n
}

const number = (n: number, second?: number): string => `${n}\t${second ?? '\\N'}\t\\N`
const choice = (c: string): string => `\\N\t\\N\t${c}`
/** Number, second and choice: a level at the start, a direction of its own (better, the same or worse), and the chance of each month. */
function answerOf(indicator: Indicator, draw: number, since: number): string | null {
  const [start, way, noise] = [share(mix(draw, 1)), share(mix(draw, 2)), share(mix(draw, since, 3))]
  const better = way < 0.45 ? 1 : way < 0.8 ? 0 : -1
  const progress = better * Math.min(1, since / 18)
  const within = (least: number, n: number, most: number) => Math.max(least, Math.min(most, Math.round(n)))
  switch (indicator.answer) {
    case 'scale':
      return number(within(0, 1.5 + start * 2 - progress * 1.5 + (noise - 0.5), 4))
    case 'attendance':
      return number(within(0, 60 + start * 30 + progress * 12 + noise * 6, 100))
    case 'hours':
      return number(within(0, start * 8 + progress * 14 + noise, 37))
    case 'hours-and-attendance':
      return number(within(0, start * 8 + progress * 14, 37), within(0, 65 + progress * 15 + noise * 15, 100))
    case 'grade':
      return since % 6 === 0 ? number(within(-3, 3 + start * 4 + progress * 2, 12)) : null
    case 'yes-no':
      return choice(start + progress > 0.8 ? 'yes' : 'no')
    case 'yes-partly-no':
      return choice(start + progress > 1.2 ? 'yes' : start + progress > 0.9 ? 'partly' : 'no')
    case 'kept':
      return choice(start + progress > 1.2 ? 'kept' : start + progress > 0.9 ? 'begun' : 'no')
    default:
      return null
  }
}
