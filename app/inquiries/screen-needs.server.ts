import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { namesOutside } from '#app/consent/about-others.ts'
import { peopleOf } from '#app/families/queries.server.ts'
import { command, query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { CaseOnly } from './inquiry.ts'
import { type ScreeningForm, ScreenNeeds, suggestionsOf, suits } from './need-screening.ts'
import { inquiriesOf } from './queries.server.ts'
import { someoneOf } from './read-inquiries.server.ts'
import { coordinates, onCase, rightsOf, wrong } from '#app/families/case-rights.server.ts'

/** A screening answered together with a member (UDR-10, UDR-11). A new one replaces the earlier of the same form; that one stays in its place. */
export const screenNeeds = command({
  event: 'inquiries.screen-needs',
  input: ScreenNeeds,
  case: ({ caseId }) => caseId,
  may: onCase(coordinates),
  async run(tx, ctx, input) {
    const pack = await casePack(tx, input.caseId)
    const form = inForce(pack.screeningForms, ctx.today).find((f) => f.code === input.form)
    const person = (await someoneOf(tx, ctx, input.caseId)).find((p) => p.id === input.personId)
    if (!form || !person) throw new NotFound('screening')
    if (!suits(form, person.age)) throw wrong('form', 'Skemaet passer ikke til alderen', 'The form does not suit the age')
    if (input.screenedOn > ctx.today) throw wrong('screenedOn', 'Datoen kan ikke ligge i fremtiden', 'The date cannot lie in the future')
    const answers = Object.fromEntries(Object.entries(input.answers).filter(([code]) => form.questions.some((q) => q.code === code)))
    if (Object.keys(answers).length === 0) throw wrong('answers', 'Svar på mindst ét spørgsmål', 'Answer at least one question')
    const people = await peopleOf(tx, [input.caseId], ctx.today)
    const named = namesOutside(input.ownWords, [input.personId], people)
    if (named.length > 0) {
      const names = named.map((p) => p.firstName).join(', ')
      throw wrong('ownWords', `Skriv ikke om ${names} her`, `Do not write about ${names} here`)
    }
    const before = await tx
      .selectFrom('need_screening')
      .select('id')
      .where('case_id', '=', input.caseId)
      .where('person_id', '=', input.personId)
      .where('form', '=', form.code)
      .where('replaced_by', 'is', null)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    const row = await tx
      .insertInto('need_screening')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: 'coordination',
        category: 'assessment',
        visibility: 'family',
        household_shared: false,
        subjects: [input.personId],
        person_id: input.personId,
        form: form.code,
        pack_version: `${pack.code} ${pack.version}`,
        screened_on: input.screenedOn,
        answered_with: input.answeredWith,
        answers: JSON.stringify(answers),
        own_words: input.ownWords,
        replaces: before?.id ?? null,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id }
  },
  concerns: ({ caseId, personId }, r) => ({ caseId, personIds: [personId], shelfIds: [r.shelfId], details: { screening: r.id } }),
})

export type ScreeningView = {
  id: number
  shelfId: number
  personId: number
  form: string
  on: string
  answeredWith: string
  ownWords: string
  answers: Record<string, string>
}
async function screeningsOf(tx: Tx, caseId: number): Promise<ScreeningView[]> {
  const rows = await tx
    .selectFrom('need_screening')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .orderBy('screened_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    shelfId: r.shelf_id,
    personId: r.person_id,
    form: r.form,
    on: r.screened_on,
    answeredWith: r.answered_with,
    ownWords: r.own_words,
    answers: r.answers as Record<string, string>,
  }))
}

/** What a suggested sector offers here and how it is reached (IT-08, KNOW-07). */
async function servicesOf(tx: Tx, sectors: readonly string[], today: string): Promise<{ sector: string; name: string; what: string; how: string }[]> {
  if (sectors.length === 0) return []
  const rows = await tx
    .selectFrom('service')
    .innerJoin('department', (j) =>
      j.onRef('department.id', '=', 'service.department_id').onRef('department.municipality_id', '=', 'service.municipality_id'),
    )
    .select(['department.sector', 'service.name', 'service.what', 'service.how_to_reach'])
    .where('department.sector', 'in', [...sectors])
    .where(sql<boolean>`access.within(${today}::date, service.valid_from, service.valid_until)`)
    .orderBy('service.name')
    .execute()
  return rows.map((r) => ({ sector: r.sector, name: r.name, what: r.what, how: r.how_to_reach }))
}

/** The screenings of a family with what they suggest; which of the suggested sectors have been asked about that person. */
export const readScreenings = query({
  event: 'inquiries.read-screenings',
  input: CaseOnly,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.sectors.length > 0 || r.whole),
  async run(tx, ctx, { caseId }) {
    const rights = await rightsOf(tx, ctx, caseId)
    const pack = await casePack(tx, caseId)
    const forms: ScreeningForm[] = inForce(pack.screeningForms, ctx.today)
    const askable = new Set(inForce(pack.inquiryForms, ctx.today).map((f) => f.sector))
    const inquiries = await inquiriesOf(tx, caseId, ctx.now)
    const found = await screeningsOf(tx, caseId)
    const suggested = found.flatMap((s) => {
      const form = forms.find((f) => f.code === s.form)
      return form ? suggestionsOf(form, s.answers).ask.map((a) => a.sector) : []
    })
    return {
      caseId,
      today: ctx.today,
      people: await someoneOf(tx, ctx, caseId),
      forms,
      screenings: found.flatMap((s) => {
        const form = forms.find((f) => f.code === s.form)
        if (!form) return []
        const suggestions = suggestionsOf(form, s.answers)
        const ask = suggestions.ask.map((a) => ({
          ...a,
          askable: askable.has(a.sector),
          asked: inquiries.some((q) => q.sector === a.sector && q.subjects.includes(s.personId) && q.cancelledOn === null),
        }))
        return [{ ...s, label: form.label[ctx.locale], themes: suggestions.themes, ask }]
      }),
      areas: Object.fromEntries(inForce(pack.sectors, ctx.today).map((s) => [s.code, s.label[ctx.locale]])),
      services: await servicesOf(tx, [...new Set(suggested)], ctx.today),
      may: coordinates(rights),
    }
  },
  concerns: ({ caseId }, r) => ({
    caseId,
    personIds: [...new Set(r.screenings.map((s) => s.personId))],
    shelfIds: [...new Set(r.screenings.map((s) => s.shelfId))],
  }),
})
