import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { type WrittenLetter, writeLetters } from '#app/intake/intake-letters.server.ts'
import { adultsOf, type FamilyPerson } from '#app/intake/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import type { Decision } from './exit.ts'
import { da, en } from './messages.ts'
import { planPaperFor } from './plan-paper.server.ts'
import { type OpenRow, phones, staffNames } from './queries.server.ts'

/** What one recipient may be told: the records they read, and the children they speak for. */
type Sight = { shelves: number[]; knows: number[]; children: number[] }

/** Each adult of the family, and a parent elsewhere who holds custody of one of its children; nobody who has died. */
export async function recipients(tx: Tx, ctx: Context, caseId: number, people: readonly FamilyPerson[]): Promise<(FamilyPerson & { elsewhere: boolean })[]> {
  const { rows } = await sql<FamilyPerson>`
    select p.id, cp.case_id as "caseId", p.kind, p.first_name as "firstName", p.last_name as "lastName", p.born, p.due, p.language
    from case_person cp join person p on p.municipality_id = cp.municipality_id and p.id = cp.person_id
    where cp.case_id = ${caseId} and cp.role = 'other-parent' and p.died is null and access.within(${ctx.today}::date, cp.valid_from, cp.valid_until)
      and exists (select from custody k where k.municipality_id = p.municipality_id and k.holder_id = p.id and access.within(${ctx.today}::date, k.valid_from, k.valid_until)
        and k.child_id = any (${people.map((x) => x.id)}::bigint[]))
    order by p.id`.execute(tx)
  return [...adultsOf(people, ctx.today).map((p) => ({ ...p, elsewhere: false })), ...rows.map((p) => ({ ...p, elsewhere: true }))]
}

/** The letter and the plan on paper, one of each to every recipient, waiting to be printed. Before the case is closed: afterwards nothing is written. */
export async function writeFarewell(
  tx: Tx,
  ctx: Context,
  w: { caseId: number; project: string; pack: Pack; people: readonly FamilyPerson[]; leftOn: string; pagesUntil: string; rows: readonly OpenRow[]; decisions: readonly Decision[] },
): Promise<WrittenLetter[]> {
  if (!inForce(w.pack.letterTemplates, ctx.today).some((one) => one.code === 'family-leaves')) return []
  const written: WrittenLetter[] = []
  const staffIds = [...w.decisions.flatMap((d) => d.staffId ?? []), ...w.rows.flatMap((r) => r.owner ?? [])]
  const [names, numbers] = [await staffNames(tx, staffIds), await phones(tx, ctx, staffIds)]
  for (const person of await recipients(tx, ctx, w.caseId, w.people)) {
    const { rows } = await sql<{ sight: Sight }>`select access.paper_for(${person.id}, ${w.caseId}) as sight`.execute(tx)
    const sight = rows[0]?.sight ?? { shelves: [], knows: [], children: [] }
    const letters = await writeLetters(tx, ctx, {
      caseId: w.caseId,
      pack: w.pack,
      template: 'family-leaves',
      to: [person],
      values: (locale) => ({
        project: w.project,
        leftOn: formatDate(locale, w.leftOn),
        pagesUntil: formatDate(locale, w.pagesUntil),
        ...told(locale, person, sight, { ...w, names, numbers, today: ctx.today }),
      }),
    })
    written.push(...letters)
    const paper = await planPaperFor(tx, ctx, { caseId: w.caseId, personId: person.id, language: person.language })
    await planMessage(tx, ctx, { template: 'letter', to: { personId: person.id }, caseId: w.caseId, key: `exit.plan.${letters[0]?.id ?? person.id}`, onPaper: true, letter: paper.letter })
  }
  return written
}

type Facts = { pack: Pack; people: readonly FamilyPerson[]; rows: readonly OpenRow[]; decisions: readonly Decision[]; names: Map<number, string>; numbers: Map<number, string>; today: string }

/** What ends, what goes on and whom to call, as far as this person may know of it. Tasks and questions among staff are not told. */
export function told(locale: 'da' | 'en', person: { id: number; elsewhere: boolean }, sight: Sight, f: Facts): { ends: string; goesOn: string; callAfter: string } {
  const m = pick(locale, { da, en })
  const roleOf = (code: string) => (inForce(f.pack.assignmentRoles, f.today).find((r) => r.code === code)?.label[locale] ?? code).toLowerCase()
  const [ends, goesOn, call]: [string[], string[], Set<number>] = [[], [], new Set()]
  const speaks = [person.id, ...sight.children]
  const name = (d: Decision) => (d.staffId === null ? d.name : (f.names.get(d.staffId) ?? d.name))
  for (const row of f.rows) {
    const d = f.decisions.find((one) => one.kind === row.kind && one.ref === row.ref)
    if (!d || !mayKnow(row, person, sight, speaks)) continue
    if (row.kind === 'assignment' && d.outcome === 'ends') ends.push(m.letterHelper(row.who, roleOf(row.code)))
    else if (row.kind === 'assignment') goesOn.push(d.staffId === row.owner ? m.letterHelperStays(row.who, roleOf(row.code)) : m.letterHelpGoesOn(row.who, roleOf(row.code), name(d)))
    else if (row.kind === 'activity' && d.outcome === 'ends') ends.push(row.label)
    else if (row.kind === 'activity') goesOn.push(m.letterKept(row.label, name(d)))
    else if (row.kind === 'sector-plan') goesOn.push(m.letterPlan(row.label, name(d), ''))
    else if (row.kind === 'consent' && d.outcome === 'handed-over') goesOn.push(m.letterKept(row.label, name(d)))
    if (d.outcome !== 'ends' && d.staffId !== null && ['assignment', 'activity', 'sector-plan', 'consent'].includes(row.kind)) call.add(d.staffId)
  }
  const ending = f.rows.filter((r) => r.kind === 'consent' && r.persons.some((p) => speaks.includes(p)) && f.decisions.some((d) => d.kind === 'consent' && d.ref === r.ref && d.outcome === 'ends'))
  const about = f.people.filter((p) => speaks.includes(p.id) && ending.some((r) => r.persons.includes(p.id))).map((p) => p.firstName)
  if (about.length > 0) ends.push(m.letterConsents(joinList(locale, about)))
  const list = (lines: readonly string[], nothing: string) => (lines.length === 0 ? nothing : [...new Set(lines)].map((line) => `– ${line}`).join('\n'))
  const calls = [...call].map((id) => m.letterCall(f.names.get(id) ?? '', f.numbers.get(id) ?? ''))
  return { ends: list(ends, m.letterEndsNothing), goesOn: list(goesOn, m.letterGoesOnNothing), callAfter: list(calls, `– ${m.mainNumber}`) }
}

/** The same walls as on their pages: a parent elsewhere hears of the coordinators only, and of records nobody hears who does not read them. */
function mayKnow(row: OpenRow, person: { elsewhere: boolean }, sight: Sight, speaks: readonly number[]): boolean {
  if (row.kind === 'assignment') return !person.elsewhere || row.code === 'coordinator' || row.code === 'secondary-coordinator'
  if (row.kind === 'consent') return row.persons.every((p) => speaks.includes(p))
  return row.shelfId !== null && sight.shelves.includes(row.shelfId)
}
