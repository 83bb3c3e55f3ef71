import { command, reachesCase } from '#app/platform/command.server.ts'
import { type Context, type FieldIssue, Invalid } from '#app/platform/context.ts'
import { startOfMonth } from '#app/platform/time/plain-date.ts'
import type { Attended } from '#app/progression/attended.ts'
import { attendedOf } from '#app/progression/queries.server.ts'
import { lockMonth } from '#app/progression/register-month.server.ts'
import { spellsOf } from '#app/spells/queries.server.ts'
import { writing } from '#app/spells/rights.server.ts'
import type { Spell } from '#app/spells/spells.ts'
import { type Counts, type Entry, fieldName, mayAttend, oddCounts, readCounts, RegisterAttendance, sameCounts } from './attendance.ts'

type Draft = Counts & { spell: Spell; confirmed: boolean; replaces: Attended | undefined }

/**
 * Writes down the attendance of a month, all places of the family at once: nothing is kept unless everything can be. What stands is replaced, never overwritten. The registration's
 * fields of attendance are filled from it.
 * @throws Invalid with every field that is wrong, odd and not confirmed, or changed by somebody else meanwhile
 */
export const registerAttendance = command({
  event: 'attendance.register',
  input: RegisterAttendance,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => ((await reachesCase(tx, caseId)) ? (await writing(tx, ctx, caseId)).coordination : 'not-found'),
  async run(tx, ctx, { caseId, month, entries, told }) {
    if (month > startOfMonth(ctx.today)) throw new Invalid([{ field: '', message: { da: 'Måneden er ikke begyndt.', en: 'The month has not begun.' } }])
    await lockMonth(tx, ctx, caseId, month)
    const spells = (await spellsOf(tx, caseId)).filter((s) => mayAttend(s, month))
    const before = await attendedOf(tx, caseId)
    const drafts = draftsOf(entries, spells, before, month)
    const stated = told.name === '' ? null : { stated_by_name: told.name, stated_by_sector: told.sector, stated_on: told.on === '' ? ctx.today : told.on, stated_channel: told.channel }
    const shelves: number[] = []
    // One statement for each member: a member's first value makes a new shelf.
    for (const mine of Map.groupBy(drafts, (d) => d.spell.personId).values()) {
      const rows = await tx.insertInto('attendance').values(mine.map((d) => ({ ...rowOf(ctx, caseId, month, d), ...stated }))).returning('shelf_id').execute()
      shelves.push(...rows.map((r) => r.shelf_id))
    }
    return { written: shelves.length, shelfIds: [...new Set(shelves)], personIds: [...new Set(drafts.map((d) => d.spell.personId))] }
  },
  concerns: ({ caseId, month }, r) => ({ caseId, personIds: r.personIds, shelfIds: r.shelfIds, details: { month, places: r.written } }),
})

function draftsOf(entries: readonly Entry[], spells: readonly Spell[], before: readonly Attended[], month: string): Draft[] {
  const issues: FieldIssue[] = []
  const drafts = entries.flatMap((entry): Draft[] => {
    const spell = spells.find((s) => s.id === entry.spellId)
    const counts = readCounts(entry)
    if (counts === null) return []
    const wrong = (field: string, da: string, en: string): Draft[] => {
      issues.push({ field, message: { da, en } })
      return []
    }
    const at = fieldName('present', entry.spellId)
    if (!spell) return wrong(at, 'Det forløb var der ikke i denne måned', 'There was no such spell in this month')
    if ('wrong' in counts) {
      issues.push(...counts.wrong.map(({ part, message }) => ({ field: fieldName(part, entry.spellId), message })))
      return []
    }
    const mine = before.filter((a) => a.spellId === spell.id)
    const now = mine.find((a) => a.month === month)
    if (now && sameCounts(now, counts)) return []
    if ((now?.id ?? null) !== entry.seen) return wrong(at, 'En anden har skrevet her imens. Se efter, og gem igen', 'Somebody wrote here meanwhile. Look, and save again')
    const odd = entry.confirmed ? null : oddCounts(counts, mine.findLast((a) => a.month < month))
    if (odd) return wrong(at, odd.da, odd.en)
    return [{ ...counts, spell, confirmed: entry.confirmed, replaces: now }]
  })
  if (issues.length > 0) throw new Invalid(issues)
  return drafts
}

const rowOf = (ctx: Context, caseId: number, month: string, d: Draft) => ({
  municipality_id: ctx.municipalityId,
  case_id: caseId,
  sector: 'coordination',
  category: 'progression',
  visibility: 'family',
  subjects: [d.spell.personId],
  person_id: d.spell.personId,
  spell_id: d.spell.id,
  month,
  unit: d.unit,
  present: d.present,
  planned: d.planned,
  lawful: d.lawful,
  unlawful: d.unlawful,
  how: 'typed',
  confirmed: d.confirmed,
  replaces: d.replaces?.id ?? null,
})
