import { execFileSync } from 'node:child_process'
import { shippedPack } from '#app/catalogue/apply-pack.server.ts'
import type { ClockRow } from '#app/clock/clock.ts'
import { entriesOf } from '#app/clock/entries.ts'
import { dueOf } from '#app/clock/queries.server.ts'
import { blockedDays, proposeYear, yearRules } from '#app/clock/year.ts'
import type { Context } from '#app/platform/context.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { median, times } from './measure.ts'
import type { startProduct } from './product.ts'
import type { Figure } from './run.ts'

/** Computed without a database. */
const FAMILIES = Number(process.env['BENCH_FAMILIES'] ?? '30000')
/** In the database, of one municipality. */
const SEEDED = process.env['BENCH_CLOCK_FAMILIES'] ?? '3000'

/** The clock: the year of 30,000 families computed, and what is due for every family of a project read and computed at once. */
export async function run({ env, signedInAs, owner }: Awaited<ReturnType<typeof startProduct>>): Promise<Figure[]> {
  return [...(await computed()), ...(await read({ env, signedInAs, owner }))]
}

async function computed(): Promise<Figure[]> {
  const pack = await shippedPack('hedensted')
  const today = '2026-11-23'
  const blocked = blockedDays(pack, [], today)
  const rules = yearRules(pack, today)
  const family = (i: number) => {
    const row = (fact: ClockRow['fact'], code: string, personId: number | null, ago: number, data = {}): ClockRow => ({ caseId: i, fact, code, personId, onDay: addDays(today, -ago), data, shelfId: 1 })
    const people = [{ id: 1, name: 'A', born: '1990-01-01', child: false }, { id: 2, name: 'B', born: '2017-01-01', child: true }, { id: 3, name: 'C', born: '2011-02-01', child: true }]
    const rows = [row('plan', '', null, 20 + (i % 60)), row('meeting', 'network-meeting', null, 10 + (i % 150)), row('help', 'family-department', 2, 5 + (i % 80)),
      row('served', 'support-first-follow-up', 3, i % 90), row('rhythm', 'support-later-follow-up', 3, i % 90, { months: 3 + (i % 4), reason: 'x' })]
    return { rows, people }
  }
  let meetings = 0
  const started = performance.now()
  for (let i = 0; i < FAMILIES; i++) {
    const { rows, people } = family(i)
    meetings += proposeYear(entriesOf(pack, rows, people, today), { today, rules, blocked, called: [] }).proposal?.joint ?? 0
  }
  const all = performance.now() - started
  const one = median(await times(200, () => Promise.resolve(proposeYear(entriesOf(pack, family(7).rows, family(7).people, today), { today, rules, blocked, called: [] }))))
  console.error(`${FAMILIES} families: ${meetings} joint meetings proposed in ${Math.round(all)} ms`)
  return [{ name: 'clock-year', value: all, unit: `ms for ${FAMILIES} families`, against: 'as many times one family', ratio: all / (one * FAMILIES) }]
}

async function read({ env, signedInAs, owner }: Pick<Awaited<ReturnType<typeof startProduct>>, 'env' | 'signedInAs' | 'owner'>): Promise<Figure[]> {
  console.error(`seeding one municipality with ${SEEDED} families …`)
  execFileSync(process.execPath, ['cli.ts', 'seed', '--municipalities', '1', '--families', SEEDED, '--months', '12', '--random', '4'], { env, stdio: 'ignore' })
  const who = await signedInAs('project-manager')
  const now = new Date().toISOString()
  const ctx: Context = { municipalityId: who.municipalityId, actor: { kind: 'staff', id: who.staffId, name: '' }, token: who.token, now, today: now.slice(0, 10), locale: 'da' }
  const { rows } = await owner.query<{ id: string }>('select id from family_case where municipality_id = $1', [who.municipalityId])
  const ids = rows.map((r) => Number(r.id))
  let lines = 0
  const whole = median(await times(5, () => inTransaction(ctx, null, async (tx, inside) => (lines = (await dueOf(tx, ids, inside.today)).length))))
  const forty = median(await times(20, () => inTransaction(ctx, null, (tx, inside) => dueOf(tx, ids.slice(0, 40), inside.today))))
  const enter = median(await times(20, () => inTransaction(ctx, null, () => Promise.resolve())))
  const plain = median(await times(10, () => owner.query(`select v.case_id, max(v.agreed_on) from plan_version v where v.municipality_id = $1 group by 1
    union all select m.case_id, max(m.starts_at)::date from meeting m where m.municipality_id = $1 group by 1`, [who.municipalityId])))
  console.error(`${ids.length} families, ${lines} obligations due or overdue`)
  return [
    { name: 'clock-due', value: whole, unit: `ms for ${ids.length} families`, against: 'the two largest of its tables grouped by the owner', ratio: whole / plain },
    { name: 'clock-due-forty', value: forty, unit: 'ms', against: 'opening the transaction alone', ratio: forty / enter },
  ]
}
