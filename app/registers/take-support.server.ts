import type { RegisterMapping } from '#app/catalogue/pack-registers.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { formatNumericDate } from '#app/platform/time/format.ts'
import type { Settled, Told } from '#app/spells/register-spells.ts'
import { takeRegisterSpells } from '#app/spells/take-register-spells.server.ts'
import type { Known } from './people.server.ts'
import type { SupportRow } from './read-rows.ts'
import { type Difference, isWeekly, type KindedSpell, overlaps } from './registers.ts'
import type { Part } from './run-import.server.ts'
import type { Taking } from './take-values.server.ts'
import { supportSpells } from './support-spells.ts'

/** The rows as spells; an issue for each whose status the pack does not know or no longer lets begin, and for two at a time. */
export function draftSupport(pack: Pack, mapping: RegisterMapping, rows: readonly SupportRow[]): { spells: KindedSpell[]; issues: Part['issues'] } {
  const weekly = isWeekly(mapping)
  const issues: Part['issues'] = []
  const spells = supportSpells(rows, weekly).flatMap((s): KindedSpell[] => {
    const status = pack.supportStatuses.find((x) => x.code === s.status)
    const late = !weekly && status?.noNewAfter && s.from > status.noNewAfter
    if (!status) issues.push({ row: s.rows[0]!, field: s.column, message: { da: `"${s.status}" er ikke en forsørgelse, vi kender`, en: `"${s.status}" is no support that is known` } })
    else if (late) issues.push({ row: s.rows[0]!, field: s.column, message: { da: 'Den kan ikke begynde så sent', en: 'It cannot begin that late' } })
    return status && !late ? [{ ...s, kind: status.group === 'work' ? 'work' : 'benefit' }] : []
  })
  const twice = overlaps(spells)
  const wrong = new Set(twice.map((i) => i.row))
  return { spells: spells.filter((s) => !wrong.has(s.rows[0]!)), issues: [...issues, ...twice] }
}

/** Takes the spells of members, or only says what would happen. */
export async function takeSupport(tx: Tx, projectId: number, spells: readonly KindedSpell[], people: ReadonlyMap<string, Known>, opts: Taking & { pack: Pack }): Promise<Part> {
  const told = spells.flatMap((s, n): Told[] => {
    const known = people.get(s.digits)
    return known ? [{ n, caseId: known.caseId, personId: known.personId, kind: s.kind, status: s.status, from: s.from, until: s.until, source: opts.source(s.rows) }] : []
  })
  const { settled, shelves } = await takeRegisterSpells(tx, projectId, told, opts.take, opts.write)
  const count = (...outcomes: Settled['outcome'][]) => settled.filter((s) => outcomes.includes(s.outcome)).length
  return {
    issues: [],
    tally: { written: count('new'), replaced: count('updated', 'replaced'), unchanged: count('same'), kept: count('differs'), before: 0 },
    differences: settled.filter((s) => s.outcome === 'differs').map((s) => difference(s, spells[s.told.n]?.rows[0] ?? 0, opts.pack)),
    shelves,
  }
}

function difference({ told, against, choosable }: Settled, row: number, pack: Pack): Difference {
  const say = (s: { status: string; from: string; until: string | null }) => `${pack.supportStatuses.find((x) => x.code === s.status)?.label.da ?? s.status}, ${formatNumericDate(s.from)} – ${s.until === null ? '' : formatNumericDate(s.until)}`.trim()
  return {
    kind: 'spell', take: choosable ? against.map((a) => a.id) : [], row, personId: told.personId, caseId: told.caseId,
    what: told.kind === 'work' ? { da: 'Arbejde', en: 'Work' } : { da: 'Forsørgelse', en: 'Support' }, when: told.from, typed: against.map(say).join('; '), register: say(told),
  }
}
