import { inForce } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import type { Words } from '#app/catalogue/pack-item.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Challenge } from './challenges.ts'

/** The challenges that stand and that the reader may see, in the order they were written. @param months both inclusive */
export async function challengesOf(tx: Tx, caseId: number, months: { from: string; until: string }): Promise<Challenge[]> {
  return tx
    .selectFrom('challenge as c')
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'c.author_staff_id').onRef('s.municipality_id', '=', 'c.municipality_id'))
    .select(['c.id', 'c.shelf_id as shelfId', 'c.person_id as personId', 'c.month', 'c.code', 'c.words', 's.name as by'])
    .where('c.case_id', '=', caseId)
    .where('c.replaced_by', 'is', null)
    .where('c.withdrawn_on', 'is', null)
    .where('c.month', '>=', months.from)
    .where('c.month', '<=', months.until)
    .orderBy('c.id')
    .execute()
}

/** The pack's list; an older one is still named, `current` may be chosen. */
export async function challengeKinds(tx: Tx, caseId: number, today: string): Promise<{ code: string; label: Words; current: boolean }[]> {
  const all = (await casePack(tx, caseId)).choices.filter((c) => c.list === 'challenge')
  const current = new Set(inForce(all, today))
  return all.map((c) => ({ code: c.code, label: c.label, current: current.has(c) }))
}
