import { type Following, following } from '#app/progression/queries.server.ts'
import { monthsOf, myFamilies } from '#app/progression/read-my-months.server.ts'
import type { Source } from './day-sources.server.ts'

/** "Oktober er ikke registreret" (PROG-03): of each family one coordinates the oldest month that is open and not full, with its date. */
export const registrationItems: Source = async (tx, ctx, scope) => {
  if (scope.whole.length === 0) return []
  const rules = new Map<number, Following>()
  for (const [projectId, pack] of scope.packs) if (pack) rules.set(projectId, following(pack, ctx.today))
  const families = (await myFamilies(tx, ctx)).filter((f) => scope.whole.includes(f.caseId) && rules.has(f.projectId))
  return (await monthsOf(tx, ctx, families, rules)).flatMap(({ caseId, lacking }) =>
    lacking === null
      ? []
      : [
          {
            key: `registration.${caseId}.${lacking.month}`,
            caseId,
            due: lacking.due,
            time: null,
            owner: null,
            what: { kind: 'registration' as const, month: lacking.month },
            href: `/familier/${caseId}/registrering?maaned=${lacking.month.slice(0, 7)}`,
            act: null,
            personIds: [],
            shelfIds: [],
          },
        ],
  )
}
