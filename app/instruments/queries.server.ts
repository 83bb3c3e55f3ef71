import { INFORMANTS, type NormSet } from '#app/catalogue/pack-instruments.ts'
import { itemAt } from '#app/catalogue/pack-item.ts'
import type { Locale } from '#app/platform/i18n/messages.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { peopleThere } from '#app/families/queries.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Series } from '#app/progression/series.ts'
import { FILLED, type Tool, toolsOf } from './instruments.ts'
import { seriesOfScores } from './score-series.ts'
import type { Person, Score } from './scores.ts'

type LevelScale = { code: string; steps: { value: number | null; label: { da: string; en: string } }[] }
/** The instruments of the family's project with the norms there are, and the words of roles for "can be read by". */
export async function kitOf(tx: Tx, caseId: number, today: string): Promise<{ tools: Tool[]; norms: NormSet[]; levelScales: LevelScale[]; roleName: (locale: Locale) => (role: string) => string }> {
  const pack = await casePack(tx, caseId)
  const levelScales = pack.scales.map((s) => ({ code: s.code, steps: s.steps.map(({ value, label }) => ({ value, label })) }))
  const roleName = (locale: Locale) => (role: string) => (itemAt(pack.assignmentRoles, role, today) ?? itemAt(pack.postRoles, role, today))?.label[locale].toLocaleLowerCase(locale) ?? role
  return { tools: toolsOf(pack, today), norms: pack.normSets, levelScales, roleName }
}

/** Those of the family who are born and alive, the oldest first. */
export async function personsOf(tx: Tx, caseId: number, today: string): Promise<Person[]> {
  const people = await peopleThere(tx, caseId, today)
  return people.filter((p) => !p.unborn && p.died === null).map((p) => ({ id: p.id, name: p.firstName, born: p.born, child: p.child }))
}

const scoreRows = (tx: Tx, caseId: number) =>
  tx
    .selectFrom('instrument_score as i')
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'i.author_staff_id').onRef('s.municipality_id', '=', 'i.municipality_id'))
    .selectAll('i')
    .select('s.name as writer')
    .where('i.case_id', '=', caseId)
    .where('i.replaced_by', 'is', null)
    .where('i.undone', '=', false)

type Row = Awaited<ReturnType<ReturnType<typeof scoreRows>['execute']>>[number]
const ofNumbers = (value: unknown): Record<string, number | null> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).flatMap(([k, v]) => (typeof v === 'number' || v === null ? [[k, v] as const] : []))) : {}
const ofWords = (value: unknown): Record<string, string | null> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).flatMap(([k, v]) => (typeof v === 'string' || v === null ? [[k, v] as const] : []))) : {}

const asScore = (r: Row): Score => ({
  id: r.id,
  shelfId: r.shelf_id,
  subjects: r.subjects,
  sector: r.sector,
  category: r.category,
  personId: r.person_id,
  instrument: r.instrument,
  version: r.version,
  form: r.form,
  informant: INFORMANTS.find((i) => i === r.informant) ?? 'professional',
  informantPerson: r.informant_person,
  informantName: r.informant_name,
  answeredOn: r.answered_on,
  filled: FILLED.find((f) => f === r.filled) ?? 'elsewhere',
  answers: r.answers === null ? null : ofNumbers(r.answers),
  scores: ofNumbers(r.scores),
  algorithm: r.algorithm,
  normSet: r.norm_set,
  normVersion: r.norm_version,
  normGroup: r.norm_group,
  bands: ofWords(r.bands),
  writtenBy: r.writer,
  writtenOn: r.created_at.slice(0, 10),
  onBehalfOf: r.on_behalf_of_person,
})

/** The scores that stand and that the reader may see, in the order of their days. */
export async function scoresOf(tx: Tx, caseId: number): Promise<Score[]> {
  const rows = await scoreRows(tx, caseId).orderBy('i.answered_on').orderBy('i.id').execute()
  return rows.map(asScore)
}
export async function findScore(tx: Tx, caseId: number, id: number): Promise<Score | null> {
  const row = await scoreRows(tx, caseId).where('i.id', '=', id).executeTakeFirst()
  return row ? asScore(row) : null
}

/** The family's scores that the reader may see, as series; of different versions, forms and persons who answered, different ones. */
export async function instrumentSeries(tx: Tx, caseId: number, today: string): Promise<Series[]> {
  const { tools } = await kitOf(tx, caseId, today)
  return seriesOfScores(await scoresOf(tx, caseId), tools)
}
