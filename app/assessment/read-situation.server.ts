import { z } from 'zod'
import { inForce, itemAt, type Words } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { readerNames, type Reader, readersOf } from '#app/consent/readers.server.ts'
import { query } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type AssessmentForm } from './forms.ts'
import { formsOf } from './forms.server.ts'
import { type Frames, framesOf } from './frameworks.ts'
import type { MethodChoice } from './methods.ts'
import { methodsOf, type Principles, principlesOf } from './methods.server.ts'
import { carriedOn, findNote, membersOf, notesNow, type Rights, rightsOf, scalesNow, scalesOf, shelvesOf, subjectsOf } from './queries.server.ts'
import { onCase } from './rights.server.ts'
import { type Aspect, aspects, type Carried, categoryOf, id, type Member, type Scale, type SituationNote } from './situation.ts'
import { type Situation, situationOfVersion, versionsWith } from './versions.server.ts'

export type FormKind = { code: string; label: Words; about: 'child' | 'adult'; paragraph: string; owner: Words; mine: boolean; frameworks: string[] }
export type SituationMay = { write: boolean; sectors: string[]; coordination: boolean }
export type SituationPage = {
  caseId: number
  familyName: string
  today: string
  /** The reader as a member of the family, or null for staff. */
  me: number | null
  people: Member[]
  notes: SituationNote[]
  scales: Scale[]
  carried: Carried[]
  frames: Frames
  principles: Principles
  forms: AssessmentForm[]
  formKinds: FormKind[]
  may: SituationMay
}

/** The page of the family, as the reader may see it (UDR-01, UDR-16). */
export async function situationPage(tx: Tx, ctx: Context, caseId: number): Promise<SituationPage> {
  const rights = await rightsOf(tx, ctx, caseId)
  const family = await tx.selectFrom('family_case').select(['name', 'project_id']).where('id', '=', caseId).executeTakeFirst()
  if (!family) throw new NotFound('case')
  const pack = await casePack(tx, caseId)
  const roleName = (role: string): Words => itemAt(pack.assignmentRoles, role, ctx.today)?.label ?? { da: role, en: role }
  return {
    caseId,
    familyName: family.name,
    today: ctx.today,
    me: ctx.actor.kind === 'member' ? ctx.actor.id : null,
    people: await membersOf(tx, ctx, caseId, rights),
    notes: await notesNow(tx, caseId),
    scales: await scalesNow(tx, caseId),
    carried: await carriedOn(tx, caseId),
    frames: framesOf(pack, ctx.today),
    principles: await principlesOf(tx, ctx, family.project_id),
    forms: await formsOf(tx, caseId),
    formKinds: inForce(pack.assessmentForms, ctx.today).map((k) => ({
      code: k.code,
      label: k.label,
      about: k.about,
      paragraph: k.paragraph,
      owner: roleName(k.roles[0] ?? ''),
      mine: rights.writes && rights.sectors.includes(k.sector) && k.roles.some((r) => rights.roles.includes(r)),
      frameworks: k.frameworks,
    })),
    may: mayOf(rights),
  }
}
const mayOf = (r: Rights): SituationMay => ({
  write: r.writes && (!r.staff || r.sectors.length > 0),
  sectors: r.writes ? r.sectors : [],
  coordination: r.writes && r.coordination,
})
const concerned = (p: Pick<SituationPage, 'people' | 'notes' | 'scales'> & { forms?: AssessmentForm[]; carried?: Carried[] }, caseId: number) => ({
  caseId,
  personIds: [...new Set([...p.people.filter((x) => x.family).map((x) => x.id), ...subjectsOf([...p.notes, ...p.scales, ...(p.forms ?? [])])])],
  shelfIds: shelvesOf([...p.notes, ...p.scales, ...(p.forms ?? []), ...(p.carried ?? [])]),
})

export const readSituation = query({
  event: 'assessment.read',
  input: z.object({ caseId: id }),
  case: ({ caseId }) => caseId,
  may: onCase(() => true),
  run: (tx, ctx, { caseId }): Promise<SituationPage> => situationPage(tx, ctx, caseId),
  concerns: ({ caseId }, p) => concerned(p, caseId),
})

export type Writing = SituationPage & { readers: string[]; healthReaders: string[]; note: SituationNote | null }
/** The page with what a form needs beside it: who could read what is written about that person ("Det her kan læses af …"). */
export const readForWriting = query({
  event: 'assessment.read',
  input: z.object({
    caseId: id,
    personId: z.preprocess((v) => (v === '' || v === undefined ? null : v), id.nullable()),
    noteId: z.preprocess((v) => (v === '' || v === undefined ? null : v), id.nullable()),
  }),
  case: ({ caseId }) => caseId,
  may: onCase(() => true),
  run: async (tx, ctx, { caseId, personId, noteId }): Promise<Writing> => {
    const page = await situationPage(tx, ctx, caseId)
    const pack = await casePack(tx, caseId)
    const note = noteId === null ? null : await findNote(tx, caseId, noteId)
    if (noteId !== null && !note) throw new NotFound('note')
    const possible = page.people.filter((p) => (page.me === null ? p.family : p.speaksFor))
    const subjects = note?.subjects ?? (personId !== null ? [personId] : possible.map((p) => p.id))
    const sector = note?.sector ?? (page.me !== null || page.may.coordination ? 'coordination' : (page.may.sectors[0] ?? 'coordination'))
    const names = async (aspect: Aspect | null) => {
      const found = await readersOf(tx, { caseId, sector, category: categoryOf(aspect), visibility: 'family', subjects })
      return named(found, pack, ctx)
    }
    const known = subjects.every((s) => page.people.some((p) => p.id === s))
    return {
      ...page,
      note,
      readers: known ? await names(note ? note.aspect : 'social') : [],
      healthReaders: known ? await names('health') : [],
    }
  },
  concerns: ({ caseId }, p) => concerned(p, caseId),
})

/** "Line Krogh (lærer)": staff with the role they have, members by first name. */
function named(readers: readonly Reader[], pack: Pack, ctx: Context): string[] {
  const label = (role: string) => (itemAt(pack.assignmentRoles, role, ctx.today) ?? itemAt(pack.postRoles, role, ctx.today))?.label[ctx.locale]
  return readerNames(readers, (role) => (label(role) ?? role).toLocaleLowerCase(ctx.locale))
}
const visibilityOf = (n: SituationNote): 'family' | 'staff' | 'private' => (n.visibility === 'staff' || n.visibility === 'private' ? n.visibility : 'family')

export type Service = { id: number; name: string; what: string; howToReach: string; department: string; fits: boolean }
const SECTORS_OF: Record<Aspect, string[]> = {
  social: ['family-department', 'adult-social', 'housing', 'civil-society', 'coordination'],
  health: ['health', 'psychiatry', 'addiction', 'general-practice'],
  work: ['employment', 'education'],
}
export type NotePage = SituationPage & { note: SituationNote; services: Service[]; readers: string[] }
/** One note with what comes after it: themes, and for a need the offers that may suit (UDR-15). */
export const readNote = query({
  event: 'assessment.read-note',
  input: z.object({ caseId: id, noteId: id }),
  case: ({ caseId }) => caseId,
  may: onCase(() => true),
  run: async (tx, ctx, { caseId, noteId }): Promise<NotePage> => {
    const note = await findNote(tx, caseId, noteId)
    if (!note) throw new NotFound('note')
    const page = await situationPage(tx, ctx, caseId)
    const readers = await readersOf(tx, { caseId, sector: note.sector, category: note.category, visibility: visibilityOf(note), subjects: note.subjects })
    return {
      ...page,
      note,
      services: await servicesFor(tx, ctx, note.aspect),
      readers: named(readers, await casePack(tx, caseId), ctx),
    }
  },
  concerns: ({ caseId }, p) => ({ caseId, personIds: p.note.subjects, shelfIds: [p.note.shelfId], details: { note: p.note.id } }),
})
async function servicesFor(tx: Tx, ctx: Context, aspect: Aspect | null): Promise<Service[]> {
  const rows = await tx
    .selectFrom('service')
    .innerJoin('department', 'department.id', 'service.department_id')
    .select(['service.id', 'service.name', 'service.what', 'service.how_to_reach', 'department.name as department', 'department.sector'])
    .where('service.valid_from', '<=', ctx.today)
    .where((e) => e.or([e('service.valid_until', 'is', null), e('service.valid_until', '>=', ctx.today)]))
    .orderBy('service.name')
    .execute()
  const sectors = (aspect === null ? aspects.flatMap((a) => SECTORS_OF[a]) : SECTORS_OF[aspect])
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    what: r.what,
    howToReach: r.how_to_reach,
    department: r.department,
    fits: sectors.includes(r.sector),
  }))
}

export type Carry = { noteId: number; words: string; personId: number | null; subjects: number[]; onBehalf: SituationNote['onBehalf']; shelfId: number; offer: string; provider: string; goalId: number | null }
/** What the plan needs to begin a goal, a hope or an activity from a note, and from an offer chosen for it: nothing is typed twice. */
export const readCarry = query({
  event: 'assessment.carry',
  input: z.object({ caseId: id, noteId: id, serviceId: z.preprocess((v) => (v === '' || v === undefined ? null : v), id.nullable()) }),
  case: ({ caseId }) => caseId,
  may: onCase(() => true),
  run: async (tx, ctx, { caseId, noteId, serviceId }): Promise<Carry> => {
    const note = await findNote(tx, caseId, noteId)
    if (!note) throw new NotFound('note')
    const service = serviceId === null ? undefined : (await servicesFor(tx, ctx, null)).find((s) => s.id === serviceId)
    return {
      noteId,
      words: note.words,
      personId: note.personId,
      subjects: note.subjects,
      onBehalf: note.onBehalf,
      shelfId: note.shelfId,
      offer: service?.name ?? '',
      provider: service?.department ?? '',
      goalId: (await carriedOn(tx, caseId)).find((c) => c.noteId === noteId && c.kind === 'goal')?.id ?? null,
    }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { note: r.noteId } }),
})
/** The note that a goal or hope says it comes from, when the writer may read it; null otherwise. For verbs of the plan. */
export const noteSeen = async (tx: Tx, caseId: number, noteId: number | null): Promise<number | null> =>
  noteId === null ? null : ((await findNote(tx, caseId, noteId))?.id ?? null)

export type Background = SituationPage & { versions: { id: number; number: number; agreedOn: string }[]; version: { number: number; agreedOn: string } | null }
/** The page gathered as the background note of the plan (KOO-09, PLAN-04): as it stands, or as it stood when a version was agreed. */
export const readBackground = query({
  event: 'assessment.read-background',
  input: z.object({ caseId: id, number: z.preprocess((v) => (v === '' || v === undefined ? null : v), id.nullable()) }),
  case: ({ caseId }) => caseId,
  may: onCase(() => true),
  run: async (tx, ctx, { caseId, number }): Promise<Background> => {
    const page = await situationPage(tx, ctx, caseId)
    const versions = await versionsWith(tx, caseId)
    if (number === null) return { ...page, versions, version: null }
    const version = versions.find((v) => v.number === number)
    if (!version) throw new NotFound('version')
    const then: Situation = await situationOfVersion(tx, caseId, version.id)
    return { ...page, ...then, carried: [], versions, version }
  },
  concerns: ({ caseId }, p) => concerned(p, caseId),
})

export type FamilyMethods = {
  caseId: number
  familyName: string
  today: string
  chosen: MethodChoice[]
  catalogue: { code: string; kind: string; label: Words; text: Words }[]
  principles: Principles
  people: Member[]
  may: SituationMay
}
export const readFamilyMethods = query({
  event: 'assessment.read-methods',
  input: z.object({ caseId: id }),
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.staff),
  run: async (tx, ctx, { caseId }): Promise<FamilyMethods> => {
    const rights = await rightsOf(tx, ctx, caseId)
    const family = await tx.selectFrom('family_case').select(['name', 'project_id']).where('id', '=', caseId).executeTakeFirstOrThrow()
    const pack = await casePack(tx, caseId)
    return {
      caseId,
      familyName: family.name,
      today: ctx.today,
      chosen: await methodsOf(tx, caseId),
      catalogue: inForce(pack.methods, ctx.today).map(({ code, kind, label, text }) => ({ code, kind, label, text })),
      principles: await principlesOf(tx, ctx, family.project_id),
      people: await membersOf(tx, ctx, caseId, rights),
      may: mayOf(rights),
    }
  },
  concerns: ({ caseId }, p) => ({ caseId, personIds: subjectsOf(p.chosen), shelfIds: shelvesOf(p.chosen) }),
})

export type SituationRecords = { notes: SituationNote[]; scales: Scale[]; forms: AssessmentForm[]; methods: MethodChoice[] }
/** The records of the page as the caller may see them; of the scale every answer, not only the newest. For the API. */
export const readSituationRecords = query({
  event: 'assessment.read',
  input: z.object({ caseId: id }),
  case: ({ caseId }) => caseId,
  may: onCase(() => true),
  run: async (tx, _ctx, { caseId }): Promise<SituationRecords> => ({
    notes: await notesNow(tx, caseId),
    scales: await scalesOf(tx, caseId),
    forms: await formsOf(tx, caseId),
    methods: await methodsOf(tx, caseId),
  }),
  concerns: ({ caseId }, r) => {
    const all = [...r.notes, ...r.scales, ...r.forms, ...r.methods]
    return { caseId, personIds: subjectsOf(all), shelfIds: shelvesOf(all) }
  },
})
