import { applyShippedPack } from '#app/catalogue/testing.ts'
import type { Context } from '#app/platform/context.ts'
import type { TestDatabase } from '#test/database.ts'
import { aFamily, aWorld, type FamilyOptions, insert, type World } from '#test/world.ts'

const grounds = new Map<string, Promise<World>>()

/** A new family in a small municipality that runs by the pack of Hedensted (of Thisted in 787). The staff is the same each time. */
export async function consentWorld(t: TestDatabase, opts: FamilyOptions & { municipality?: number } = {}): Promise<World> {
  const m = opts.municipality ?? 766
  const key = `${t.ownerUrl} ${m}`
  if (!grounds.has(key)) grounds.set(key, ground(t, m))
  const w = await grounds.get(key)!
  const family = await aFamily(t, w, opts)
  const own: Record<string, Context> = {}
  for (const [name, id] of Object.entries(family.people)) if (id) own[name] = await w.openSession('member', id)
  return { ...w, ...family, ctxFor: (who) => own[who] ?? w.ctxFor(who) }
}

async function ground(t: TestDatabase, municipality: number): Promise<World> {
  const w = await aWorld(t, { municipality })
  const code = municipality === 787 ? 'thisted' : 'hedensted'
  await applyShippedPack(t, w.municipalityId, code)
  return w
}

/** A goal of the plan as the owner writes it. */
export const aGoal = (
  t: TestDatabase,
  w: Pick<World, 'municipalityId' | 'caseId'>,
  subjects: number[],
  title: string,
  as: { sector?: string; category?: string } = {},
): Promise<number> =>
  insert(t, 'goal', {
    municipality_id: w.municipalityId,
    case_id: w.caseId,
    sector: as.sector ?? 'coordination',
    category: as.category ?? 'plan',
    visibility: 'family',
    subjects,
    title,
    kind: 'own',
    level: 1,
  })

/** A person's CPR number as the owner writes it. */
export const aCpr = (
  t: TestDatabase,
  w: Pick<World, 'municipalityId' | 'caseId'>,
  person: number,
  columns: { cpr_encrypted: Buffer; cpr_hash: Buffer },
): Promise<number> =>
  insert(t, 'person_cpr', {
    municipality_id: w.municipalityId,
    case_id: w.caseId,
    sector: 'coordination',
    category: 'identity',
    visibility: 'family',
    subjects: [person],
    ...columns,
  })
