import { baselineDays } from '#app/catalogue/pack-values.ts'
import { FIRST_MONTHS } from '#app/progression/baseline.ts'
import { baselinesOf, membersByCase } from '#app/progression/baselines.server.ts'
import { monthOf, stateOf } from '#app/progression/months.ts'
import { following } from '#app/progression/queries.server.ts'
import { addMonths } from '#app/platform/time/plain-date.ts'
import type { Source } from './day-sources.server.ts'
import type { DayItem } from './my-day.ts'

/**
 * The first measurement that is not all there (VIS-15, PROG-04), of families one coordinates: from the day a first month is open until the last of them closes. After that nothing can be
 * written any more; the project's status still says that it is missing. One statement for each project.
 */
export const baselineItems: Source = async (tx, ctx, scope) => {
  const caseIds = scope.whole.filter((id) => !scope.families.get(id)?.inIntake)
  if (caseIds.length === 0) return []
  const rows = await tx.selectFrom('referral').select(['case_id', 'intake_on', 'decided_at']).where('case_id', 'in', caseIds).where('decision', '=', 'accepted').orderBy('id').execute()
  const came = new Map(rows.flatMap((r) => (r.intake_on ?? r.decided_at ? [[r.case_id, r.intake_on ?? r.decided_at!.slice(0, 10)] as const] : [])))
  const members = await membersByCase(tx, scope.people, ctx.today)
  const items: DayItem[] = []
  for (const [projectId, pack] of scope.packs) {
    if (pack === null) continue
    const { indicators, rules } = following(pack, ctx.today)
    const days = baselineDays(pack, ctx.today)
    const open = (intakeOn: string) => Array.from({ length: FIRST_MONTHS }, (_, i) => addMonths(monthOf(intakeOn), i)).filter((m) => ['open', 'late'].includes(stateOf(m, ctx.today, rules)))
    const families = caseIds.flatMap((caseId) => {
      const intakeOn = came.get(caseId)
      const [month] = intakeOn === undefined ? [] : open(intakeOn)
      return intakeOn !== undefined && month !== undefined && scope.families.get(caseId)?.projectId === projectId ? [{ caseId, intakeOn, month, members: members.get(caseId) ?? [] }] : []
    })
    const standing = await baselinesOf(tx, indicators, families, ctx.today, days)
    for (const { caseId, month } of families) {
      const found = standing.get(caseId)
      if (!found || found.lacking.length === 0) continue
      items.push({
        key: `baseline.${caseId}`,
        caseId,
        due: found.due,
        time: null,
        owner: null,
        what: { kind: 'baseline', filled: found.filled, of: found.of },
        href: `/familier/${caseId}/registrering?maaned=${month.slice(0, 7)}`,
        act: null,
        personIds: found.lacking,
        shelfIds: [],
      })
    }
  }
  return items
}
