import { z } from 'zod'
import type { NormSet } from '#app/catalogue/pack-instruments.ts'
import { followedNotes } from '#app/assessment/queries.server.ts'
import { readerNames, readersOf } from '#app/consent/readers.server.ts'
import { Id } from '#app/families/families.ts'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import { type Filled, filledWays, type Form, formsFor, isLicensed, type Item, itemsFor, rangeOf, type Scale, type Tool, toolsFor } from './instruments.ts'
import { normSetFor } from './norms.ts'
import { findScore, kitOf, personsOf, scoresOf } from './queries.server.ts'
import type { Person, Score } from './scores.ts'
import { seen } from './read-instruments.server.ts'
import { mayWriteScores } from './write-score.server.ts'

export type EntryPage = {
  caseId: number
  today: string
  people: (Person & { tools: Pick<Tool, 'code' | 'label' | 'measures' | 'licence'>[] })[]
  /** What has been chosen; null: choose first. */
  chosen: {
    person: Person
    tool: Pick<Tool, 'code' | 'label' | 'measures' | 'licence' | 'holder' | 'version' | 'missing' | 'framework' | 'note'> & { licensed: boolean; algorithm: string | null }
    forms: Form[]
    form: Form
    ways: Filled[]
    items: Item[]
    scales: { scale: Scale; range: readonly [number, number]; steps: { value: number; label: Tool['label'] }[]; noted: number | null; last: number | null }[]
    norm: Pick<NormSet, 'code' | 'label' | 'groups' | 'note'> | null
    adults: Person[]
    readBy: string[]
    /** The score that is put right. */
    corrects: Score | null
  } | null
}

/** Everything the page for writing down a form needs. */
export const readEntry = query({
  event: 'instruments.read-entry',
  input: z.object({ caseId: Id, personId: Id.nullable(), instrument: z.string().max(60).nullable(), form: z.string().max(60).nullable(), corrects: Id.nullable() }),
  case: ({ caseId }) => caseId,
  may: mayWriteScores,
  async run(tx, ctx, input): Promise<EntryPage & { read: Score[] }> {
    const { tools, norms, levelScales, roleName } = await kitOf(tx, input.caseId, ctx.today)
    const persons = await personsOf(tx, input.caseId, ctx.today)
    const people = persons.map((p) => ({ ...p, tools: toolsFor(tools, p.born, ctx.today).map(({ code, label, measures, licence }) => ({ code, label, measures, licence })) }))
    const corrects = input.corrects === null ? null : await findScore(tx, input.caseId, input.corrects)
    if (input.corrects !== null && !corrects) throw new NotFound('score')
    const [personId, instrument] = corrects ? [corrects.personId, corrects.instrument] : [input.personId, input.instrument]
    const person = persons.find((p) => p.id === personId)
    const tool = person && toolsFor(tools, person.born, corrects?.answeredOn ?? ctx.today).find((t) => t.code === instrument)
    const base = { caseId: input.caseId, today: ctx.today, people, read: corrects ? [corrects] : [] }
    if (!person || !tool) return { ...base, chosen: null }
    const on = corrects?.answeredOn ?? ctx.today
    const forms = formsFor(tool, person.born, on)
    const form = forms.find((f) => f.code === (input.form ?? corrects?.form)) ?? forms[0]
    if (!form) return { ...base, chosen: null }
    const rights = await rightsOf(tx, ctx, input.caseId)
    const sector = corrects?.sector ?? (rights.coordination ? 'coordination' : (rights.sectors[0] ?? 'coordination'))
    const readers = await readersOf(tx, { caseId: input.caseId, sector, category: tool.category, visibility: 'family', subjects: [person.id] })
    const earlier = tool.framework ? (await scoresOf(tx, input.caseId)).filter((s) => s.personId === person.id && s.instrument === tool.code) : []
    const noted = tool.framework ? (await followedNotes(tx, input.caseId)).filter((n) => n.personId === person.id) : []
    const steps = levelScales.find((s) => s.code === tool.levels?.scale)?.steps ?? []
    const set = normSetFor(tool, norms, { form: form.code, born: person.born, on })
    return {
      ...base,
      read: [...base.read, ...earlier.slice(-1)],
      chosen: {
        person,
        tool: { code: tool.code, label: tool.label, measures: tool.measures, licence: tool.licence, holder: tool.holder, version: tool.version, missing: tool.missing, framework: tool.framework, note: tool.note, licensed: isLicensed(tool, ctx.today), algorithm: tool.algorithm },
        forms,
        form,
        ways: filledWays(tool, ctx.today),
        items: itemsFor(tool, form.informant),
        scales: tool.scales.map((scale) => ({
          scale,
          range: rangeOf(tool, scale, form.informant),
          steps: steps.flatMap((s) => (s.value === null ? [] : [{ value: s.value, label: s.label }])),
          noted: noted.findLast((n) => scale.code in n.levels)?.levels[scale.code] ?? null,
          last: earlier.findLast((s) => typeof s.scores[scale.code] === 'number')?.scores[scale.code] ?? null,
        })),
        norm: set ? { code: set.code, label: set.label, groups: set.groups, note: set.note } : null,
        adults: persons.filter((p) => !p.child),
        readBy: readerNames(readers, roleName(ctx.locale)),
        corrects,
      },
    }
  },
  concerns: ({ caseId }, r) => seen(caseId, r.read),
})
