import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { baselineDays } from '#app/catalogue/pack-values.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { readersOf } from '#app/consent/readers.server.ts'
import { coordinates, rightsOf } from '#app/families/case-rights.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { beganOn, ratersOf, ratingsOf } from './queries.server.ts'
import { type Asked, askedOf, type Question, type Rater, startOf } from './ratings.ts'

/** One question to one person, and the first answer there is. */
export type Line = Asked & { start: ReturnType<typeof startOf> }
export type RatingsPage = {
  caseId: number
  today: string
  /** The day the family was taken in; null: not yet. */
  began: string | null
  /** The last day on which a first answer is in time. */
  startBy: string | null
  people: (Rater & { child: boolean; lines: Line[] })[]
  may: { write: boolean }
  personIds: number[]
  shelfIds: number[]
}

/** Everybody's own numbers: the newest of each, whether one is due, and the first (PROG-33). A handful of statements. */
export const readRatings = query({
  event: 'ratings.read',
  input: z.object({ caseId: z.coerce.number().int().positive() }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => (ctx.actor.kind === 'staff' && (await reachesCase(tx, caseId)) ? true : 'not-found'),
  async run(tx, ctx, { caseId }): Promise<RatingsPage> {
    const pack = await casePack(tx, caseId)
    const questions = inForce(pack.ratingQuestions, ctx.today)
    const within = baselineDays(pack, ctx.today)
    const began = await beganOn(tx, caseId)
    const ratings = await ratingsOf(tx, [caseId])
    const people = (await ratersOf(tx, caseId, ctx.today)).map((person) => ({
      ...person,
      lines: askedOf(questions, ratings, person, ctx.today).map((a): Line => ({
        ...a,
        start: began === null ? null : startOf(ratings, { person: person.id, question: a.question.code, began, within, today: ctx.today }),
      })),
    })).filter((p) => p.lines.length > 0)
    return {
      caseId,
      today: ctx.today,
      began,
      startBy: began === null ? null : addDays(began, within),
      people,
      may: { write: began !== null && coordinates(await rightsOf(tx, ctx, caseId)) },
      personIds: [...new Set(ratings.flatMap((r) => r.subjects))],
      shelfIds: [...new Set(ratings.map((r) => r.shelfId))],
    }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.personIds, shelfIds: r.shelfIds }),
})

/** `on`: the day the questions are asked about. `readers`: who may read what is written down. */
export type RateForPage = { caseId: number; today: string; person: Rater & { child: boolean }; asked: Asked[]; questions: Question[]; readers: string[]; shelfIds: number[] }

/** What one person is asked, to write down for them or to print. */
export const readRateFor = query({
  event: 'ratings.read-for',
  input: z.object({ caseId: z.coerce.number().int().positive(), personId: z.coerce.number().int().positive() }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => ((await reachesCase(tx, caseId)) ? coordinates(await rightsOf(tx, ctx, caseId)) : 'not-found'),
  async run(tx, ctx, { caseId, personId }): Promise<RateForPage> {
    const person = (await ratersOf(tx, caseId, ctx.today)).find((p) => p.id === personId)
    if (!person || (await beganOn(tx, caseId)) === null) throw new NotFound('person')
    const questions = inForce((await casePack(tx, caseId)).ratingQuestions, ctx.today)
    const ratings = (await ratingsOf(tx, [caseId])).filter((r) => r.personId === personId)
    const asked = askedOf(questions, ratings, person, ctx.today)
    if (asked.length === 0) throw new NotFound('person')
    const readers = await readersOf(tx, { caseId, sector: 'coordination', category: 'progression', visibility: 'family', subjects: [personId], householdShared: false })
    return { caseId, today: ctx.today, person, asked, questions: asked.map((a) => a.question), readers: readers.map((r) => r.name), shelfIds: [...new Set(ratings.map((r) => r.shelfId))] }
  },
  concerns: ({ caseId, personId }, r) => ({ caseId, personIds: [personId], shelfIds: r.shelfIds }),
})
