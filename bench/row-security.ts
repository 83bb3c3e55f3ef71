import pg from 'pg'
import { median, times } from './measure.ts'
import type { startProduct } from './product.ts'
import type { Figure } from './run.ts'

/** The same rows with the walls (serving login, sealed context) and without (owner, explicit where). */
export async function run({ owner, appUrl, signedIn }: Awaited<ReturnType<typeof startProduct>>): Promise<Figure[]> {
  const [who] = await signedIn(1)
  const caseId = who!.caseIds[0]!
  const app = new pg.Client({ connectionString: appUrl })
  await app.connect()
  const figures: Figure[] = []
  try {
    for (const table of ['goal', 'activity', 'person']) {
      const own = table === 'person'
        ? 'select p.* from person p join case_person c on c.municipality_id = p.municipality_id and c.person_id = p.id where c.municipality_id = $1 and c.case_id = $2'
        : `select * from ${table} where municipality_id = $1 and case_id = $2`
      const values = [who!.municipalityId, caseId]
      await app.query('begin')
      await app.query('select access.enter($1, $2)', [who!.token, caseId])
      const walled = median(await times(500, () => app.query({ name: `b-${table}`, text: own, values })))
      await app.query('commit')
      await owner.query('begin')
      const open = median(await times(500, () => owner.query({ name: `b-${table}`, text: own, values })))
      await owner.query('commit')
      figures.push({ name: `row-security ${table}`, value: walled * 1000, unit: 'µs', against: 'the same statement without the walls', ratio: walled / open })
    }
    const enter = median(await times(200, async () => {
      await app.query('begin')
      await app.query('select access.enter($1, $2)', [who!.token, caseId])
      await app.query('commit')
    }))
    const empty = median(await times(200, async () => {
      await app.query('begin')
      await app.query('select 1')
      await app.query('commit')
    }))
    figures.push({ name: 'row-security enter', value: enter * 1000, unit: 'µs', against: 'an empty transaction', ratio: enter / empty })
  } finally {
    await app.end()
  }
  return figures
}
