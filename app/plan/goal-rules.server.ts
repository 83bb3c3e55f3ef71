import { inForce } from '#app/catalogue/pack-item.ts'
import type { Words } from '#app/catalogue/pack-item.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

export type GoalRules = {
  levels: number
  focusMost: number
  lawAreas: { code: string; label: Words; sector: string }[]
  /** Kinds of courses that an activity may be one of (PLAN-20). */
  measureKinds: { code: string; label: Words }[]
}
const WITHOUT_PACK: GoalRules = { levels: 3, focusMost: 3, lawAreas: [], measureKinds: [] }

/** What the pack says about goals: how deep, how many in focus, which areas of law. Before a pack is applied: the widest. */
export async function goalRulesOf(tx: Tx, caseId: number, today: string): Promise<GoalRules> {
  try {
    const pack = await casePack(tx, caseId)
    return {
      levels: Math.min(3, settingAt(pack, 'goalLevels', today)),
      focusMost: settingAt(pack, 'focusGoalsMost', today),
      measureKinds: inForce(pack.choices, today)
        .filter((choice) => choice.list === 'activity-kind')
        .map(({ code, label }) => ({ code, label })),
      lawAreas: inForce(pack.lawAreas, today).map(({ code, label, sector }) => ({ code, label, sector })),
    }
  } catch (error) {
    if (error instanceof NotFound) return WITHOUT_PACK
    throw error
  }
}
