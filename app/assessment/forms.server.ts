import type { Selectable } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { PackItem } from '#app/catalogue/pack.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { changeSeen } from '#app/platform/change-seen.ts'
import { command, reachesCase } from '#app/platform/command.server.ts'
import { Conflict, type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Tables } from '#app/platform/tables.ts'
import { type AssessmentForm, ConcludeForm, OpenForm, QuoteConclusion, SaveForm } from './forms.ts'
import { allowedLevels, framesOf } from './frameworks.ts'
import { membersOf, rightsOf } from './queries.server.ts'
import { onCase, sectorFor, subjectsFor, wrong, writesHere } from './rights.server.ts'
import { isBox, isHouse, isQuoteOf } from './situation.ts'

type Row = Selectable<Tables['assessment_form']>
const record = <T>(value: unknown, is: (v: unknown) => v is T): Record<string, T> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter((e): e is [string, T] => is(e[1]))) : {}
const asForm = (r: Row): AssessmentForm => ({
  id: r.id,
  revision: r.revision,
  shelfId: r.shelf_id,
  sector: r.sector,
  subjects: r.subjects,
  personId: r.person_id,
  kind: r.kind,
  answers: record(r.answers, (v): v is string => typeof v === 'string'),
  levels: record(r.levels, (v): v is number => typeof v === 'number'),
  conclusion: r.conclusion,
  concludedOn: r.concluded_on,
  authority: r.authority,
})

/** The full forms that this reader may see. */
export async function formsOf(tx: Tx, caseId: number): Promise<AssessmentForm[]> {
  const rows = await tx
    .selectFrom('assessment_form')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(asForm)
}
export const findForm = async (tx: Tx, caseId: number, formId: number): Promise<AssessmentForm | null> =>
  (await formsOf(tx, caseId)).find((f) => f.id === formId) ?? null

/** The kinds of form of the pack today. */
export const formKinds = async (tx: Tx, ctx: Context, caseId: number): Promise<PackItem<'assessmentForms'>[]> =>
  inForce((await casePack(tx, caseId)).assessmentForms, ctx.today)
const kindOf = async (tx: Tx, ctx: Context, caseId: number, kind: string) => (await formKinds(tx, ctx, caseId)).find((k) => k.code === kind)

/** Holds the role that owns this kind of form in this case. */
async function owns(tx: Tx, ctx: Context, caseId: number, kind: string) {
  if (!(await reachesCase(tx, caseId))) return 'not-found' as const
  const found = await kindOf(tx, ctx, caseId, kind)
  const { roles, sectors, writes } = await rightsOf(tx, ctx, caseId)
  return found !== undefined && writes && sectors.includes(found.sector) && found.roles.some((r) => roles.includes(r))
}
const ownsThat = async (tx: Tx, ctx: Context, input: { caseId: number; formId: number }) => {
  const form = (await reachesCase(tx, input.caseId)) ? await findForm(tx, input.caseId, input.formId) : null
  return form ? owns(tx, ctx, input.caseId, form.kind) : ('not-found' as const)
}

/** Begins a full form about one member. Refused for everybody but the role that owns it. */
export const openForm = command({
  event: 'assessment.open-form',
  input: OpenForm,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, input) => owns(tx, ctx, input.caseId, input.kind),
  async run(tx, ctx, input) {
    const kind = await kindOf(tx, ctx, input.caseId, input.kind)
    if (!kind) throw new NotFound('form')
    const rights = await rightsOf(tx, ctx, input.caseId)
    const people = await membersOf(tx, ctx, input.caseId, rights)
    const subjects = subjectsFor(input.personId, people, rights)
    const child = people.find((p) => p.id === input.personId)?.child === true
    if (child !== (kind.about === 'child')) throw wrong('personId', 'wrongAge')
    const post = await tx
      .selectFrom('post')
      .innerJoin('department', 'department.id', 'post.department_id')
      .select('department.name')
      .where('post.staff_id', '=', ctx.actor.id)
      .where('post.valid_from', '<=', ctx.today)
      .where((e) => e.or([e('post.valid_until', 'is', null), e('post.valid_until', '>=', ctx.today)]))
      .orderBy('post.id')
      .executeTakeFirst()
    const row = await tx
      .insertInto('assessment_form')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: kind.sector,
        category: 'assessment',
        visibility: 'family',
        subjects,
        person_id: input.personId,
        kind: kind.code,
        authority: post?.name ?? '',
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects }
  },
  concerns: ({ caseId, kind }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { form: r.id, kind } }),
})

/** What stands in the form, while it is in progress. */
export const saveForm = command({
  event: 'assessment.save-form',
  input: SaveForm,
  case: ({ caseId }) => caseId,
  may: ownsThat,
  async run(tx, ctx, input) {
    const frames = framesOf(await casePack(tx, input.caseId), ctx.today)
    const form = await changeSeen({
      seen: input.seenRevision,
      mine: { conclusion: input.conclusion, ...input.answers },
      read: () => findForm(tx, input.caseId, input.formId),
      shown: (f) => ({ conclusion: f.conclusion, ...f.answers, revision: f.revision }),
      write: (f) => {
        if (f.concludedOn !== null) throw wrong('conclusion', 'concluded')
        const themes = frames.themes.map((t) => t.code)
        const answers = Object.fromEntries(Object.entries(input.answers).filter(([theme, said]) => themes.includes(theme) && said !== ''))
        return tx
          .updateTable('assessment_form')
          .set({
            answers: JSON.stringify(answers),
            levels: JSON.stringify(allowedLevels(frames, themes, input.levels)),
            conclusion: input.conclusion,
          })
          .where('id', '=', f.id)
          .where('revision', '=', f.revision)
          .executeTakeFirst()
      },
    })
    return { id: form.id, revision: form.revision + 1, shelfId: form.shelfId, subjects: form.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { form: r.id } }),
})

/** Concludes it: from now on it stands, and may be quoted by its date. */
export const concludeForm = command({
  event: 'assessment.conclude-form',
  input: ConcludeForm,
  case: ({ caseId }) => caseId,
  may: ownsThat,
  async run(tx, ctx, input) {
    const form = await changeSeen({
      seen: input.seenRevision,
      mine: {},
      read: () => findForm(tx, input.caseId, input.formId),
      shown: (f) => ({ revision: f.revision }),
      write: (f) => {
        if (f.concludedOn !== null) throw new Conflict('concluded')
        if (f.conclusion === '') throw wrong('conclusion', 'noConclusion')
        return tx
          .updateTable('assessment_form')
          .set({ concluded_on: ctx.today })
          .where('id', '=', f.id)
          .where('revision', '=', f.revision)
          .executeTakeFirst()
      },
    })
    return { id: form.id, shelfId: form.shelfId, subjects: form.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { form: r.id } }),
})

/**
 * Quotes a concluded form on the family's page: word for word, with authority and date. For whoever may read the form.
 * @throws Invalid when the words do not stand in the conclusion
 */
export const quoteConclusion = command({
  event: 'assessment.quote-conclusion',
  input: QuoteConclusion,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.staff && writesHere(r)),
  async run(tx, ctx, input) {
    const form = await findForm(tx, input.caseId, input.formId)
    if (!form) throw new NotFound('form')
    if (form.concludedOn === null) throw wrong('words', 'notConcluded')
    if (!isQuoteOf(input.words, form.conclusion)) throw wrong('words', 'notWordForWord')
    const rights = await rightsOf(tx, ctx, input.caseId)
    const row = await tx
      .insertInto('situation_note')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: sectorFor('', rights),
        category: 'assessment',
        visibility: 'family',
        subjects: form.subjects,
        person_id: form.personId,
        part: isHouse(input.part) ? 'worry' : input.part,
        aspect: isBox(input.part) ? 'social' : null,
        words: input.words,
        quoted_authority: form.authority || form.sector,
        quoted_on: form.concludedOn,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfIds: [form.shelfId, row.shelf_id], subjects: form.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: r.shelfIds, details: { note: r.id } }),
})
