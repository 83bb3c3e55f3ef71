import { createHash, createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { inForce, itemAt } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import type { Concerns } from '#app/platform/audit/append.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { endOfMonth } from '#app/platform/time/plain-date.ts'
import { type Basis, buildExtract, type Cell, type ExtractFile, type ExtractPerson, type Mark } from './extract.ts'
import { extractRows, type SourceRow } from './extract-rows.server.ts'
import { placedFamilies, type PlacedFamily } from './the-project.server.ts'
import { zip } from './zip.server.ts'

export const extractBasis = (pack: Pack, today: string): Basis => (itemAt(pack.settings, 'extractBasis', today)?.value === 'statistics' ? 'statistics' : 'consent')

type Wanted = { project: { id: number; name: string }; pack: Pack; month: string; mark: Mark; basis: Basis; at: string; key: Buffer }
export type Collected = { file: Buffer; sha256: string; contents: { name: string; rows: number; sha256: string }[]; families: number; people: number; leftOut: number; concerns: Concerns[] }

/** Everything of a delivery, made from what stood at the instant `at`; the same again from the same key and the same records. */
export async function collectExtract(tx: Tx, ctx: Context, w: Wanted): Promise<Collected> {
  const end = endOfMonth(w.month)
  const placed = (await placedFamilies(tx, w.project.id)).filter((f) => f.intakeOn <= end)
  const everybody = await personsOf(tx, placed, end)
  const covers = await coverOf(tx, w)
  const persons = everybody.filter((p) => covers.anything(p.personId))
  const there = new Set(persons.map((p) => `${p.caseId}.${p.personId}`))
  const mine = (r: SourceRow) => there.has(`${r.caseId}.${r.personId}`) && covers.record(r)
  const cases = [...new Set(persons.map((p) => p.caseId))]
  const tables = (await extractRows(tx, { cases, month: w.month, at: w.at })).map((t) => ({ ...t, rows: t.rows.filter(mine) }))
  const leftOut = everybody.length - persons.length
  const files = buildExtract(
    {
      head: { municipality: await municipalityName(tx, ctx), project: w.project.name, pack: `${w.pack.name.da} ${w.pack.version}`, month: w.month, mark: w.mark, basis: w.basis, families: cases.length, leftOut },
      persons: persons.map((p) => withoutWhatCameLater(p, end, w.pack)),
      tables,
      indicators: indicatorRows(w.pack, end),
      smallest: inForce(w.pack.disclosureGroups, end).find((g) => g.code === 'published')?.smallest ?? 5,
      today: end,
    },
    (kind, id) => createHmac('sha256', w.key).update(`${kind}.${ctx.municipalityId}.${id}`).digest('hex').slice(0, 16),
  )
  const file = zip(files)
  return { file, sha256: hash(file), contents: files.map((f) => ({ name: f.name, rows: f.rows, sha256: hash(f.content) })), families: cases.length, people: new Set(persons.map((p) => p.personId)).size, leftOut, concerns: concernsOf(persons, tables.flatMap((t) => t.rows)) }
}
const hash = (content: ExtractFile['content'] | Buffer): string => createHash('sha256').update(content).digest('hex')

/** A row in each family's log: whose data left, and the shelves it lay on. */
function concernsOf(persons: readonly ExtractPerson[], rows: readonly SourceRow[]): Concerns[] {
  const shelves = Map.groupBy(rows, (r) => r.caseId)
  return [...Map.groupBy(persons, (p) => p.caseId)].map(([caseId, list]) => {
    const shelfIds = [...new Set((shelves.get(caseId) ?? []).map((r) => r.shelfId))]
    return { caseId, personIds: list.map((p) => p.personId), shelfIds, ...(shelfIds.length === 0 ? { bases: ['project'] } : {}) }
  })
}

/** Members of the families until the month's end, those who left included. */
async function personsOf(tx: Tx, families: readonly PlacedFamily[], end: string): Promise<ExtractPerson[]> {
  const { rows } = await sql<{ caseId: number; personId: number; born: string | null }>`select distinct c.case_id as "caseId", p.id as "personId", p.born from case_person c
    join person p on p.municipality_id = c.municipality_id and p.id = c.person_id
    where c.case_id = any (${families.map((f) => f.caseId)}::bigint[]) and c.role = 'family' and p.kind = 'person' and c.valid_from <= ${end}`.execute(tx)
  const byCase = new Map(families.map((f) => [f.caseId, f]))
  return rows.flatMap((r) => {
    const f = byCase.get(r.caseId)
    return f ? [{ ...r, intakeOn: f.intakeOn, leftOn: f.leftOn, leftReason: f.leftReason ?? '' }] : []
  })
}
/** What happened after the month is not in it; a reason that is no code of the pack is none. */
function withoutWhatCameLater(p: ExtractPerson, end: string, pack: Pack): ExtractPerson {
  const left = p.leftOn !== null && p.leftOn <= end
  const known = pack.choices.some((c) => c.list === 'exit-reason' && c.code === p.leftReason)
  return { ...p, leftOn: left ? p.leftOn : null, leftReason: left && known ? p.leftReason : '' }
}

/** Whose records of which kind may be in it: by consent to evaluation for every subject of the record, or everybody's as statistics. */
async function coverOf(tx: Tx, w: Wanted) {
  if (w.basis === 'statistics') return { anything: () => true, record: () => true }
  const { rows } = await sql<{ personId: number; sector: string; category: string }>`select person_id as "personId", sector, category from access.evaluation_cover(${w.project.id}, ${w.at})`.execute(tx)
  const known = new Set(rows.map((r) => `${r.personId} ${r.sector} ${r.category}`))
  const people = new Set(rows.map((r) => r.personId))
  return { anything: (personId: number) => people.has(personId), record: (r: SourceRow) => r.subjects.every((s) => known.has(`${s} ${r.sector} ${r.category}`)) }
}

const municipalityName = async (tx: Tx, ctx: Context): Promise<string> =>
  (await tx.selectFrom('municipality').select('name').where('municipality_id', '=', ctx.municipalityId).executeTakeFirst())?.name ?? ''

function indicatorRows(pack: Pack, day: string): Cell[][] {
  const scales = inForce(pack.scales, day)
  return inForce(pack.indicators, day).map((i) => [
    i.code,
    i.label.da,
    i.label.en,
    i.kind,
    i.about,
    i.answer,
    (scales.find((s) => s.code === i.scale)?.steps ?? []).map((s) => `${s.value ?? s.code} ${s.label.da}`).join(' | '),
  ])
}
