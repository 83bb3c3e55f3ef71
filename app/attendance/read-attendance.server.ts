import { z } from 'zod'
import type { Words } from '#app/catalogue/pack-item.ts'
import { Id } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { addMonths, startOfMonth } from '#app/platform/time/plain-date.ts'
import { type Attended, percentAt } from '#app/progression/attended.ts'
import { attendedOf, followingOf, membersOf } from '#app/progression/queries.server.ts'
import { Month } from '#app/progression/registration.ts'
import { spellsOf, supportStatusesOf } from '#app/spells/queries.server.ts'
import { writing } from '#app/spells/rights.server.ts'
import { spellName } from '#app/spells/spell-words.ts'
import type { Spell } from '#app/spells/spells.ts'
import { mayAttend } from './attendance.ts'

/** One place of one member: what stands this month and the per cent of the months before, the newest first. */
export type Place = { spell: Spell; name: Words; person: { id: number; name: string }; now: Attended | null; earlier: { month: string; percent: number }[] }
export type AttendancePage = { caseId: number; today: string; month: string; months: string[]; places: Place[]; sectors: { code: string; label: Words }[]; may: { write: boolean } }

/** As many months as stand beside the fields and in the choice of months. */
const BEFORE = 6
const MONTHS = 12

/** The attendance of a month, all of the family on one page. */
export const readAttendance = query({
  event: 'attendance.read',
  input: z.object({ caseId: Id, month: Month.nullable() }),
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  async run(tx, ctx, { caseId, month: wanted }): Promise<AttendancePage & { shelfIds: number[] }> {
    const now = startOfMonth(ctx.today)
    const month = wanted ?? addMonths(now, -1)
    const members = await membersOf(tx, caseId, ctx.today)
    const spells = await spellsOf(tx, caseId)
    const attended = await attendedOf(tx, caseId, addMonths(month, -BEFORE))
    const statuses = await supportStatusesOf(tx, caseId, ctx.today)
    const places = members.flatMap((m) =>
      spells.filter((s) => s.personId === m.id && mayAttend(s, month)).map((spell): Place => {
        const mine = attended.filter((a) => a.spellId === spell.id)
        return {
          spell,
          name: { da: spellName('da', spell, statuses), en: spellName('en', spell, statuses) },
          person: { id: m.id, name: m.name },
          now: mine.find((a) => a.month === month) ?? null,
          earlier: mine.filter((a) => a.month < month).map((a) => ({ month: a.month, percent: percentAt(a) })).toReversed(),
        }
      }),
    )
    return {
      caseId,
      today: ctx.today,
      month,
      months: Array.from({ length: MONTHS }, (_, back) => addMonths(now, -back)),
      places,
      sectors: (await followingOf(tx, caseId, ctx.today)).sectors.map((s) => ({ code: s.code, label: s.label })),
      may: { write: (await writing(tx, ctx, caseId)).coordination },
      shelfIds: [...new Set([...attended.map((a) => a.shelfId), ...places.map((p) => p.spell.shelfId)])],
    }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: [...new Set(r.places.map((p) => p.person.id))], shelfIds: r.shelfIds }),
})
