import { z } from 'zod'
import { type Assignment, coordinatorRole, isCaseworkerRole, isCoordinatorRole } from '#app/intake/coordinators.ts'
import { Id, OptionalDate } from '#app/intake/intake.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import { substituteProblem } from './handover.ts'

/* KOO-03: somebody is away for some days, and who helps the families meanwhile. Pure. */

const MaybeId = z.preprocess((v) => (v === '' || v === undefined ? null : v), Id.nullable())
export const ReportAbsence = z
  .object({
    staffId: Id,
    from: PlainDate,
    /** Null: nobody knows yet. */
    until: OptionalDate,
    substituteId: MaybeId,
    /** A code of the pack's list `absence-words` that the absent one wants said; empty: only that she is away. */
    words: z.preprocess((v) => (v === '' || v === undefined ? null : v), z.string().trim().max(60).nullable()),
  })
  .refine(
    (v) => v.until === null || v.from <= v.until,
    said({ da: 'Til-datoen ligger før fra-datoen', en: 'The end is before the start' }, ['until']),
  )
  .refine(
    (v) => v.substituteId !== v.staffId,
    said({ da: 'Vælg en anden end den, der er væk', en: 'Choose somebody else than the one who is away' }, ['substituteId']),
  )
export type ReportAbsence = z.output<typeof ReportAbsence>
export const AbsenceInput = z.object({ absenceId: Id })

/** Longer ago than this nobody writes an absence down. */
export const LATEST_DAYS = 31

export type Away = {
  id: number
  staffId: number
  name: string
  from: string
  until: string | null
  /** A code of the pack's list; null: nothing is told. */
  words: string | null
  substitute: { id: number; name: string } | null
}
/** What a family reads: who is away until when, and who helps meanwhile; null while nobody is found. */
export type AwayFrom = {
  caseId: number
  staffId: number
  name: string
  role: string
  from: string
  until: string | null
  words: string | null
  by: { staffId: number; name: string } | null
}

type Span = Pick<Assignment, 'id' | 'staffId' | 'role' | 'sector' | 'from' | 'until'>
export type Cover = { how: 'substitute'; role: string; sector: string; from: string; until: string | null } | { how: 'team'; by: number } | { how: 'nobody' }

const OPEN = '9999-12-31'
const last = (until: string | null) => until ?? OPEN
const through = (one: Span, from: string, until: string | null) => one.from <= from && last(until) <= last(one.until)

/**
 * Who helps one family for one assignment while its holder is away. A coordinator is helped by the other coordinator where there is one all
 * the time; else the substitute stands in by the rules of any substitute. Another helper's substitute does the same work in the same sector.
 * @param away who else is away in these days
 * @param wish.barred the substitute may not know the family; nothing tells why
 */
export function coverFor(
  team: readonly Span[],
  gone: Span,
  wish: { from: string; until: string | null; substituteId: number | null; sectors: readonly string[]; barred: boolean; mayBeCaseworker: boolean },
  away: ReadonlySet<number>,
): Cover {
  const from = wish.from > gone.from ? wish.from : gone.from
  const until = last(wish.until) < last(gone.until) ? wish.until : gone.until
  const others = team.filter((one) => one.staffId !== gone.staffId && !away.has(one.staffId) && through(one, from, until))
  if (isCoordinatorRole(gone.role)) {
    const other = others.find((one) => isCoordinatorRole(one.role))
    if (other) return { how: 'team', by: other.staffId }
  }
  const { substituteId } = wish
  if (substituteId === null || wish.barred || away.has(substituteId)) return { how: 'nobody' }
  if (gone.role !== coordinatorRole.primary) return helperCover(team, others, gone, { ...wish, substituteId, from, until })
  const works = team.some((one) => one.staffId === substituteId && isCaseworkerRole(one.role) && last(one.until) >= from && one.from <= last(until))
  if (works && !wish.mayBeCaseworker) return { how: 'nobody' }
  if (substituteProblem(team, { staffId: substituteId, from, until: last(until) }, 'primary')) return { how: 'nobody' }
  return { how: 'substitute', role: coordinatorRole.secondary, sector: 'coordination', from, until }
}

function helperCover(
  team: readonly Span[],
  others: readonly Span[],
  gone: Span,
  wish: { substituteId: number; sectors: readonly string[]; from: string; until: string | null; mayBeCaseworker: boolean },
): Cover {
  // A coordinator's place beside one who is there is for the project manager to fill; a beginner is not replaced at all.
  if (gone.sector === 'coordination') return { how: 'nobody' }
  if (others.some((one) => one.staffId === wish.substituteId && one.sector === gone.sector)) return { how: 'team', by: wish.substituteId }
  const coordinates = team.some((one) => one.staffId === wish.substituteId && isCoordinatorRole(one.role) && last(one.until) >= wish.from)
  if (!wish.sectors.includes(gone.sector) || (isCaseworkerRole(gone.role) && coordinates && !wish.mayBeCaseworker)) return { how: 'nobody' }
  return { how: 'substitute', role: gone.role, sector: gone.sector, from: wish.from, until: wish.until }
}
