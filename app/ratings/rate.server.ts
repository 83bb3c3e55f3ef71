import { sql } from 'kysely'
import { type AboutOthers, namesOutside, subjectsAfterAsking } from '#app/consent/about-others.ts'
import { coordinates, onCase, wrong } from '#app/families/case-rights.server.ts'
import { command, reachesCase } from '#app/platform/command.server.ts'
import { type Context, type FieldIssue, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { startOfMonth } from '#app/platform/time/plain-date.ts'
import { beganOn, questionsOf, ratersOf, ratingsOf } from './queries.server.ts'
import { type Answer, type How, isAsked, nameOf, type Question, type Rater, RateForSomebody, RateMyself, type Rating } from './ratings.ts'
import { mayRate } from './rights.server.ts'

/**
 * The person's own numbers for this month, one or all (PROG-33, UDR-04). The same number again is nothing; another replaces it, and both stay in the history.
 * @throws Invalid with every field that is wrong or was answered elsewhere meanwhile; Conflict 'about-somebody-else' once, when the words name somebody
 */
export const rateMyself = command({
  event: 'ratings.rate',
  input: RateMyself,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => ((await reachesCase(tx, caseId)) ? mayRate(tx, ctx, caseId) : 'not-found'),
  async run(tx, ctx, input) {
    const person = await raterIn(tx, input.caseId, ctx.actor.id, ctx.today)
    return write(tx, ctx, { ...input, person, on: ctx.today, how: 'portal' })
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: r.shelfIds, details: { ratings: r.written, how: 'portal' } }),
})

/** What somebody said on paper, by telephone or at a meeting, written down by their coordinator; shown to the person, who can take it back. A child must have been asked itself. */
export const rateForSomebody = command({
  event: 'ratings.rate-for',
  input: RateForSomebody,
  case: ({ caseId }) => caseId,
  may: onCase(coordinates),
  async run(tx, ctx, input) {
    const person = await raterIn(tx, input.caseId, input.personId, ctx.today)
    if (input.on > ctx.today) throw wrong('on', 'Dagen er ikke kommet endnu', 'That day has not come yet')
    if (person.child && !input.asked) throw wrong('asked', 'Skriv kun et tal, som barnet selv har sagt', 'Only write a number that the child said itself')
    return write(tx, ctx, { ...input, person, how: input.how })
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: r.shelfIds, details: { ratings: r.written, how: r.how } }),
})

async function raterIn(tx: Tx, caseId: number, personId: number, today: string): Promise<Rater & { child: boolean }> {
  const person = (await ratersOf(tx, caseId, today)).find((p) => p.id === personId)
  if (!person) throw wrong('personId', 'Vælg en fra familien', 'Choose somebody of the family')
  return person
}

type Part = { caseId: number; person: Rater; answers: readonly Answer[]; on: string; how: How; aboutOthers?: AboutOthers }
type Written = { written: number; how: How; shelfIds: number[]; subjects: number[] }
async function write(tx: Tx, ctx: Context, part: Part): Promise<Written> {
  const { caseId, person, on } = part
  // Two who answer for one person at once come one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rating.${ctx.municipalityId}.${caseId}.${person.id}`}, 0))`.execute(tx)
  const began = await beganOn(tx, caseId)
  if (began === null) throw wrong('', 'Familien er ikke begyndt endnu', 'The family has not begun yet')
  const questions = await questionsOf(tx, caseId, on)
  const standing = (await ratingsOf(tx, [caseId])).filter((r) => r.personId === person.id && r.month === startOfMonth(on))
  const { drafts, issues } = draftsOf(part, questions, standing)
  if (issues.length > 0) throw new Invalid(issues)
  const subjects = await subjectsOf(tx, part, drafts, ctx.today)
  const rows = drafts.map((d, i) => rowOf(ctx, part, d, subjects[i]!))
  const shelves: number[] = []
  // One statement for each set of subjects: a policy looks once per statement at what one may read, and a first answer makes a new shelf.
  for (const some of Map.groupBy(rows, (r) => r.subjects.join()).values()) {
    const made = await tx.insertInto('rating').values(some).returning('shelf_id').execute()
    shelves.push(...made.map((m) => m.shelf_id))
  }
  return { written: rows.length, how: part.how, shelfIds: [...new Set(shelves)], subjects: [...new Set([person.id, ...rows.flatMap((r) => r.subjects)])] }
}

type Draft = { question: string; value: number; words: string; replaces: number | null }
/** What is to be written, and every field that cannot be. */
function draftsOf({ person, answers, on, how }: Part, questions: readonly Question[], standing: readonly Rating[]): { drafts: Draft[]; issues: FieldIssue[] } {
  const drafts: Draft[] = []
  const issues: FieldIssue[] = []
  const refuse = (question: string, da: string, en: string) => issues.push({ field: nameOf('value', question), message: { da, en } })
  for (const a of answers) {
    const known = questions.find((q) => q.code === a.question && isAsked(q, person, on))
    const now = standing.find((r) => r.question === a.question)
    if (a.text === '' && a.words === '') continue
    if (!known) refuse(a.question, 'Det spørger vi ikke om', 'That is not asked')
    else if (!/^(\d|10)$/.test(a.text)) refuse(a.question, 'Vælg et tal fra 0 til 10', 'Choose a number from 0 to 10')
    else if (now && !now.undone && now.value === Number(a.text) && now.words === a.words) continue
    else if (now && !now.undone && how !== 'portal' && now.by === null) refuse(a.question, `${person.name} har selv svaret i den måned`, `${person.name} answered in that month themselves`)
    else if (now && !now.undone && now.id !== a.seen) refuse(a.question, 'Der er svaret imens. Se efter, og gem igen', 'There is an answer meanwhile. Look, and save again')
    else drafts.push({ question: a.question, value: Number(a.text), words: a.words, replaces: now?.id ?? null })
  }
  const first = questions.find((q) => isAsked(q, person, on))
  if (first && answers.every((a) => a.text === '' && a.words === '')) refuse(first.code, 'Vælg et tal fra 0 til 10', 'Choose a number from 0 to 10')
  return { drafts, issues }
}

/** Whom each answer is about: the person, and those whom its words name, when the writer said so. */
async function subjectsOf(tx: Tx, part: Part, drafts: readonly Draft[], today: string): Promise<number[][]> {
  const { rows } = await sql<{ ids: number[] | null }>`select access.ids('speak') as ids`.execute(tx)
  const people = (await ratersOf(tx, part.caseId, today)).filter((p) => part.how !== 'portal' || rows[0]?.ids?.includes(p.id)).map((p) => ({ id: p.id, firstName: p.name }))
  const yes = subjectsAfterAsking({ texts: drafts.map((d) => d.words), subjects: [part.person.id], people, aboutOthers: part.aboutOthers })
  return drafts.map((d) => [part.person.id, ...namesOutside(d.words, [part.person.id], people).flatMap((p) => (yes.includes(p.id) ? [p.id] : []))].toSorted((a, b) => a - b))
}

const rowOf = (ctx: Context, part: Part, d: Draft, subjects: number[]) => ({
  municipality_id: ctx.municipalityId,
  case_id: part.caseId,
  sector: 'coordination',
  category: 'progression',
  visibility: 'family',
  household_shared: false,
  subjects,
  person_id: part.person.id,
  question: d.question,
  value: d.value,
  words: d.words,
  rated_on: part.on,
  month: startOfMonth(part.on),
  how: part.how,
  replaces: d.replaces,
  on_behalf_of_person: part.how === 'portal' ? null : part.person.id,
  on_behalf_channel: part.how === 'portal' ? null : part.how,
  on_behalf_on: part.how === 'portal' ? null : part.on,
})
