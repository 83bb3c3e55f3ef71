import type { Context } from '#app/platform/context.ts'
import { readRegistration } from '#app/progression/read-registration.server.ts'
import { registerMonth } from '#app/progression/register-month.server.ts'
import { median, times } from './measure.ts'
import type { startProduct } from './product.ts'
import type { Figure } from './run.ts'

const TRIGGERS = ['rollup_made', 'rollup_changed', 'rollup_gone']

/**
 * One value of one member corrected through the verb (checks, history, nation's sums, log), against the same without keeping the sums and against a bare insert; and the page on which
 * a family's month is registered, against the bare server.
 */
export async function run({ base, owner, signedIn }: Awaited<ReturnType<typeof startProduct>>): Promise<Figure[]> {
  const who = (await signedIn(60)).find((w) => w.caseIds.length > 0)
  if (!who) throw new Error('nobody has a family')
  const { rows } = await owner.query<{ case_id: number; staff_id: number; person_id: number; month: string }>(`select v.case_id::int, a.staff_id::int, v.person_id::int, v.month::text from progression_value v
    join assignment a on a.municipality_id = v.municipality_id and a.case_id = v.case_id and a.role = 'coordinator' and a.valid_until is null
    where v.municipality_id = $1 and v.indicator in ('child-health', 'parent-health') and v.how = 'judged' and v.replaced_by is null and v.month = date_trunc('month', current_date - interval '1 month')::date
      and not exists (select from closure k where k.municipality_id = v.municipality_id and k.case_id = v.case_id) order by v.id limit 1`, [who.municipalityId])
  const [at] = rows
  if (!at) throw new Error('no family has registered last month')
  const [me] = (await signedIn(200)).filter((w) => w.municipalityId === who.municipalityId && w.staffId === at.staff_id)
  if (!me) throw new Error('the coordinator has no session')
  const now = new Date().toISOString()
  const ctx: Context = { municipalityId: me.municipalityId, actor: { kind: 'staff', id: me.staffId, name: '' }, token: me.token, now, today: now.slice(0, 10), locale: 'da' }
  const page = await readRegistration(ctx, { caseId: at.case_id, month: at.month })
  const cell = page.rows.flatMap((r) => r.cells.flatMap((c) => (c?.now && c.field.member.id === at.person_id && c.field.indicator.code.endsWith('-health') ? [{ indicator: r.indicator.code, now: c.now }] : [])))[0]
  if (!cell) throw new Error('nothing to correct')
  let seen = cell.now.id
  let n = cell.now.number ?? 0
  const save = async () => {
    n = n === 1 ? 2 : 1
    await registerMonth(ctx, { caseId: at.case_id, month: at.month, keepRest: false, entries: [{ personId: at.person_id, indicator: cell.indicator, text: String(n), second: '', seen, confirmed: true }] })
    const { rows: [standing] } = await owner.query<{ id: number }>('select id::int from progression_value where municipality_id = $1 and person_id = $2 and indicator = $3 and month = $4 and replaced_by is null', [me.municipalityId, at.person_id, cell.indicator, at.month])
    seen = standing!.id
  }
  const whole = median(await times(60, save))
  for (const t of TRIGGERS) await owner.query(`alter table progression_value disable trigger ${t}`)
  const without = median(await times(60, save))
  for (const t of TRIGGERS) await owner.query(`alter table progression_value enable trigger ${t}`)
  await owner.query('select access.recount_progression($1)', [me.municipalityId])
  await owner.query('create temp table bare_value (like progression_value including defaults)')
  const bare = median(await times(60, () => owner.query('insert into bare_value select * from progression_value where municipality_id = $1 and id = $2', [me.municipalityId, seen])))
  const get = async (path: string) => {
    const answer = await fetch(base + path, { headers: { cookie: me.cookie } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    await answer.arrayBuffer()
  }
  const shown = median(await times(40, () => get(`/familier/${at.case_id}/registrering`)))
  const server = median(await times(100, () => get('/healthz')))
  return [
    { name: 'registration', value: whole, unit: 'ms', against: 'the same verb without keeping the nation’s sums', ratio: whole / without },
    { name: 'registration', value: whole, unit: 'ms', against: 'a bare insert of the row', ratio: whole / bare },
    { name: 'registration-page', value: shown, unit: 'ms', against: 'the bare server (/healthz)', ratio: shown / server },
  ]
}
