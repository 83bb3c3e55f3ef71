import { type May, reachesCase } from '#app/platform/command.server.ts'
import { Conflict, type Context, Forbidden, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import type { NormSet } from '#app/catalogue/pack-instruments.ts'
import { readAnswers, readScores, type ScoreEntry } from './entry.ts'
import { filledWays, type Form, formsFor, type Tool, toolsFor } from './instruments.ts'
import { bandsOf, type Bands, normSetFor } from './norms.ts'
import { findScore, kitOf, personsOf } from './queries.server.ts'
import type { Person, Score } from './scores.ts'
import { algorithmOf, type Answers, namedOf, type Scores } from './scoring.ts'

const wrong = (field: string, da: string, en: string) => new Invalid([{ field, message: { da, en } }])

/** Staff of the family who write there; the portal offers only our own scales. */
export async function mayWriteScores(tx: Tx, ctx: Context, { caseId }: { caseId: number }): Promise<May> {
  if (!(await reachesCase(tx, caseId))) return 'not-found'
  const rights = await rightsOf(tx, ctx, caseId)
  return rights.staff && rights.writes && rights.sectors.length > 0
}

/** An entry that has been looked at whole: what it scores, by whose norms, who answered. Nothing is written. */
export type Draft = {
  tool: Tool
  form: Form
  person: Person
  answers: Answers | null
  scores: Scores
  incomplete: boolean
  normSet: NormSet | null
  bands: Bands
  replaced: Score | null
  sector: string
  source: Source
}
type Source = {
  informant_person: number | null
  informant_name: string
  on_behalf_of_person?: number
  on_behalf_channel?: string
  on_behalf_on?: string
  stated_by_name?: string
  stated_by_sector?: string
  stated_on?: string
  stated_channel?: string
}

/** @throws Invalid with every field that is wrong; Conflict 'stale' when what is corrected was corrected meanwhile */
export async function draftOf(tx: Tx, ctx: Context, input: ScoreEntry): Promise<Draft> {
  const { tools, norms } = await kitOf(tx, input.caseId, ctx.today)
  const people = await personsOf(tx, input.caseId, ctx.today)
  const person = people.find((p) => p.id === input.personId)
  if (!person) throw wrong('personId', 'Vælg en af familien', 'Choose somebody of the family')
  if (input.answeredOn > ctx.today) throw wrong('answeredOn', 'Dagen er ikke kommet endnu', 'That day has not come yet')
  const tool = toolsFor(tools, person.born, input.answeredOn).find((t) => t.code === input.instrument)
  if (!tool) throw wrong('instrument', 'Det redskab kan ikke bruges her på den dag', 'That instrument cannot be used here on that day')
  const form = formsFor(tool, person.born, input.answeredOn).find((f) => f.code === input.form)
  if (!form) throw wrong('form', 'Det skema passer ikke til alderen på den dag', 'That form does not fit the age on that day')
  if (!filledWays(tool, ctx.today).includes(input.filled)) throw wrong('filled', 'Det må vi ikke med dette redskab', 'That is not allowed with this instrument')
  const typed = input.filled === 'elsewhere' ? readScores(tool, form.informant, input.scores) : readAnswers(tool, form.informant, input.answers)
  if (typed.problems.length > 0) throw new Invalid(typed.problems)
  const normSet = normSetFor(tool, norms, { form: form.code, born: person.born, on: input.answeredOn })
  if (normSet && normSet.groups.length > 0 && !normSet.groups.some((g) => g.code === input.group)) throw wrong('group', 'Vælg, hvilke normer der skal bruges', 'Choose which norms to use')
  const named = input.filled === 'elsewhere' ? namedOf(tool, typed.scores) : typed.named
  const replaced = await replacedOf(tx, input, tool)
  const { sector, source } = await sourceOf(tx, ctx, input, form, people, replaced)
  return {
    tool,
    form,
    person,
    answers: typed.answers,
    scores: typed.scores,
    incomplete: typed.incomplete,
    normSet,
    bands: normSet ? bandsOf(normSet, { form: form.code, informant: form.informant, group: input.group }, typed.scores, named) : {},
    replaced,
    sector,
    source,
  }
}

async function replacedOf(tx: Tx, input: ScoreEntry, tool: Tool): Promise<Score | null> {
  if (input.replaces === null) return null
  const old = await findScore(tx, input.caseId, input.replaces)
  if (!old) throw new Conflict('stale')
  if (old.personId !== input.personId || old.instrument !== tool.code) throw wrong('instrument', 'En rettelse bliver ved samme person og redskab', 'A correction keeps the person and the instrument')
  return old
}

/** Whose answers they are, and in which sector the score is written: that of the writer's own assignment; a correction stays where it was. */
async function sourceOf(tx: Tx, ctx: Context, input: ScoreEntry, form: Form, people: readonly Person[], replaced: Score | null): Promise<{ sector: string; source: Source }> {
  const rights = await rightsOf(tx, ctx, input.caseId)
  const sector = replaced?.sector ?? (rights.coordination ? 'coordination' : rights.sectors[0])
  if (sector === undefined || !rights.sectors.includes(sector)) throw new Forbidden('instruments.register')
  const channel = input.filled === 'aloud' ? 'meeting' : 'paper'
  const behalf = (id: number) => ({ on_behalf_of_person: id, on_behalf_channel: channel, on_behalf_on: input.answeredOn })
  if (form.informant === 'self') return { sector, source: { informant_person: input.personId, informant_name: '', ...behalf(input.personId) } }
  if (form.informant === 'professional') return { sector, source: { informant_person: null, informant_name: ctx.actor.name } }
  if (form.informant === 'parent') {
    const parent = people.find((p) => p.id === input.informantPerson && !p.child)
    if (!parent) throw wrong('informantPerson', 'Vælg den forælder, der har svaret', 'Choose the parent who answered')
    return { sector, source: { informant_person: parent.id, informant_name: parent.name, ...behalf(parent.id) } }
  }
  const name = input.informantName || (sector === 'education' ? ctx.actor.name : '')
  if (name === '') throw wrong('informantName', 'Skriv, hvem der har svaret', 'Write who answered')
  const stated = sector === 'coordination' ? { stated_by_name: name, stated_by_sector: 'education', stated_on: input.answeredOn, stated_channel: channel } : {}
  return { sector, source: { informant_person: null, informant_name: name, ...stated } }
}

export const rowOf = (ctx: Context, input: ScoreEntry, d: Draft) => ({
  municipality_id: ctx.municipalityId,
  case_id: input.caseId,
  sector: d.sector,
  category: d.replaced?.category ?? d.tool.category,
  visibility: 'family' as const,
  subjects: [d.person.id],
  person_id: d.person.id,
  instrument: d.tool.code,
  version: d.tool.version,
  form: d.form.code,
  informant: d.form.informant,
  answered_on: input.answeredOn,
  filled: input.filled,
  answers: d.answers === null ? null : JSON.stringify(d.answers),
  scores: JSON.stringify(d.scores),
  algorithm: algorithmOf(d.tool),
  norm_set: d.normSet?.code ?? null,
  norm_version: d.normSet?.version ?? null,
  norm_group: d.normSet ? input.group : '',
  bands: JSON.stringify(d.bands),
  replaces: d.replaced?.id ?? null,
  ...d.source,
})
