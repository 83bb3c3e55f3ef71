import type { Context } from '#app/platform/context.ts'
import { readFamilyHead } from '#app/overview/read-family-head.server.ts'
import { readPlan } from '#app/plan/read-plan.server.ts'
import { median, times } from './measure.ts'
import type { startProduct } from './product.ts'
import type { Figure } from './run.ts'

const GOALS = 60
const ACTIVITIES = 40

/** The plan of a family with 60 goals and 40 activities as a page: against the bare server, its own verbs, and the plan it had before. */
export async function run({ base, owner, signedIn }: Awaited<ReturnType<typeof startProduct>>): Promise<Figure[]> {
  const [who] = await signedIn(1)
  const caseId = who!.caseIds[0]!
  const get = async (path: string) => {
    const answer = await fetch(base + path, { headers: { cookie: who!.cookie } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    await answer.arrayBuffer()
  }
  const now = new Date().toISOString()
  const ctx: Context = { municipalityId: who!.municipalityId, actor: { kind: 'staff', id: who!.staffId, name: '' }, token: who!.token, now, today: now.slice(0, 10), locale: 'da' }
  const page = () => get(`/familier/${caseId}/planen`)
  const small = median(await times(60, page))
  await grow(owner, who!.municipalityId, caseId)
  const { goals, activities } = await readPlan(ctx, { caseId })
  if (goals.length < GOALS || activities.length < ACTIVITIES) throw new Error(`${goals.length} goals and ${activities.length} activities are seen`)
  const bare = median(await times(200, () => get('/healthz')))
  const big = median(await times(100, page))
  const own = median(await times(100, async () => {
    await readFamilyHead(ctx, { caseId })
    await readPlan(ctx, { caseId })
  }))
  const weeks = median(await times(60, () => get(`/familier/${caseId}/planen/uger?vis=whole`)))
  return [
    { name: 'plan-page', value: big, unit: 'ms', against: 'the bare server (/healthz)', ratio: big / bare },
    { name: 'plan-page', value: big, unit: 'ms', against: 'its own verbs and their SQL', ratio: big / own },
    { name: 'plan-page', value: big, unit: 'ms', against: 'the same page with the plan it had before', ratio: big / small },
    { name: 'plan-page', value: weeks, unit: 'ms', against: 'every week of the plan, against the plan page', ratio: weeks / big },
  ]
}

type Owner = Awaited<ReturnType<typeof startProduct>>['owner']
/** Written as the owner in plain SQL: 60 goals in three levels about different members, 40 weekly activities under them. */
async function grow(owner: Owner, municipalityId: number, caseId: number): Promise<void> {
  await owner.query(
    `with family as (select array_agg(person_id order by person_id) as ids from case_person where municipality_id = $1 and case_id = $2 and role = 'family'),
      tops as (insert into goal (municipality_id, case_id, sector, category, visibility, subjects, title, kind, level, measure)
        select $1, $2, 'coordination', 'plan', 'family', array[f.ids[1 + n % cardinality(f.ids)]], 'Mål nummer ' || n, 'own', 1, 'Vi kan se det' from family f, generate_series(1, 20) n
        returning id, subjects),
      subs as (insert into goal (municipality_id, case_id, sector, category, visibility, subjects, title, kind, level, parent_id)
        select $1, $2, 'coordination', 'plan', 'family', t.subjects, 'Delmål ' || n || ' til ' || t.id, 'own', 2, t.id from tops t, generate_series(1, 2) n returning id)
      insert into activity (municipality_id, case_id, sector, category, visibility, subjects, takes_part, what, offer, place, rhythm, weekdays, time_from, time_to, start_on, end_on,
        minutes_per_week, goal_id)
      select $1, $2, 'coordination', 'plan', 'family', t.subjects, t.subjects, 'Aktivitet ' || n || ' til ' || t.id, 'Et tilbud', 'Sted ' || n, 'weekly', array[1 + (t.id % 5)::int, 6],
        lpad((8 + n * 2)::text, 2, '0') || ':00', lpad((9 + n * 2)::text, 2, '0') || ':30', current_date - 30, current_date + 150, 120, t.id
      from tops t, generate_series(1, 2) n`,
    [municipalityId, caseId],
  )
}
