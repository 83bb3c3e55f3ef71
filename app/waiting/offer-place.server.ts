import { sql } from 'kysely'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { giveTask } from '#app/families/queries.server.ts'
import { mayAppoint } from '#app/intake/authority.server.ts'
import { CaseInput } from '#app/intake/intake.ts'
import { caseHead, familyPeople, hasProjectRole } from '#app/intake/queries.server.ts'
import { mayWork } from '#app/intake/team-queries.server.ts'
import { command, query, reachesCase } from '#app/platform/command.server.ts'
import { Conflict, Invalid } from '#app/platform/context.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { placeCounts } from './places.server.ts'
import { offersOf, waitingFamilies } from './read-waiting-list.server.ts'
import { AnswerPlace, freeNow, OfferPlace, proposals, WithdrawPlace } from './waiting-list.ts'

/**
 * VIS-13, VIS-19: a free place is held for a family, and its caseworker gets a dated task to ask. Out of turn only with a reason. Two at once
 * never get the same place: the database lets one through at a time.
 * @throws Conflict 'no-place' when none is free or the family is asked already; Invalid on field outOfTurn, caseworkerId, answerBy
 */
export const offerPlace = command({
  event: 'waiting.offer-place',
  input: OfferPlace,
  // Not narrowed to the family: whose turn it is shows in the whole list.
  may: (tx, ctx, { caseId }) => mayAppoint(tx, ctx, caseId),
  run: async (tx, ctx, input) => {
    const head = await caseHead(tx, input.caseId)
    const list = await waitingFamilies(tx, ctx, head.projectId)
    const family = list.find((one) => one.caseId === input.caseId)
    if (!family) throw new Conflict('not-waiting')
    const answerBy = input.answerBy ?? addDays(ctx.today, settingAt(await projectPack(tx, head.projectId), 'offerAnswerDays', ctx.today))
    if (answerBy < ctx.today) throw new Invalid([{ field: 'answerBy', message: { da: 'Datoen er gået', en: 'The date has passed' } }])
    const counts = (await placeCounts(tx)).find((one) => one.projectId === head.projectId)
    const inTurn = proposals(list, counts ? (freeNow(counts) ?? list.length) : 0).some((one) => one.caseId === input.caseId)
    if (!inTurn && input.outOfTurn === '' && counts && freeNow(counts) !== 0)
      throw new Invalid([
        {
          field: 'outOfTurn',
          message: { da: 'En anden familie står først. Skriv, hvorfor denne skal spørges nu.', en: 'Another family comes first. Write why this one is asked now.' },
        },
      ])
    await mayWork(tx, ctx, input.caseId, input.caseworkerId).catch((error: unknown) => {
      throw error instanceof Invalid ? new Invalid(error.issues.map((one) => ({ ...one, field: 'caseworkerId' }))) : error
    })
    const { rows } = await sql<{ id: number | null }>`
      select access.offer_place(${input.caseId}, ${input.caseworkerId}, ${answerBy}::date, ${inTurn ? '' : input.outOfTurn}) as id`.execute(tx)
    const offerId = rows[0]?.id
    if (offerId == null) throw new Conflict('no-place')
    await giveTask(tx, { caseId: input.caseId, staffId: input.caseworkerId, code: 'place-offered', due: answerBy, data: { offer: Number(offerId) } })
    return { offerId: Number(offerId), personIds: family.people.map((one) => one.id) }
  },
  concerns: ({ caseId, caseworkerId }, { offerId, personIds }) => ({
    caseId,
    personIds,
    bases: ['project'],
    details: { offer: offerId, caseworker: caseworkerId },
  }),
})

/**
 * What the family said to the place. Yes: the intake team decides, and the place stays held until then. No: the reason is kept, the place is free
 * and the next family is proposed. @throws Conflict 'offer-answered'
 */
export const answerPlace = command({
  event: 'waiting.answer-place',
  input: AnswerPlace,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId, offerId }) => {
    if (!(await reachesCase(tx, caseId))) return 'not-found'
    const offer = (await offersOf(tx, [caseId])).find((one) => one.id === offerId)
    if (!offer) return 'not-found'
    return (
      offer.caseworkerId === ctx.actor.id ||
      (await hasProjectRole(tx, ctx, caseId, 'project-manager')) ||
      hasProjectRole(tx, ctx, caseId, 'intake-team')
    )
  },
  run: async (tx, ctx, input) => {
    if (input.on > ctx.today) throw new Invalid([{ field: 'on', message: { da: 'Datoen ligger i fremtiden', en: 'The date is in the future' } }])
    const { rows } = await sql<{ done: boolean }>`
      select access.answer_place(${input.offerId}, ${input.answer}, ${input.on}::date, ${input.reason}) as done`.execute(tx)
    if (!rows[0]?.done) throw new Conflict('offer-answered')
    return { personIds: (await familyPeople(tx, ctx, [input.caseId])).map((one) => one.id) }
  },
  concerns: ({ caseId, offerId, answer }, { personIds }) => ({ caseId, personIds, bases: [], details: { offer: offerId, answer } }),
})

/** The project manager takes a held place back, with a reason. @throws Conflict 'offer-answered' */
export const withdrawPlace = command({
  event: 'waiting.withdraw-place',
  input: WithdrawPlace,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId }) => mayAppoint(tx, ctx, caseId),
  run: async (tx, _, input) => {
    if (!(await offersOf(tx, [input.caseId])).some((one) => one.id === input.offerId)) throw new Conflict('offer-answered')
    const { rows } = await sql<{ done: boolean }>`select access.withdraw_place(${input.offerId}, ${input.reason}) as done`.execute(tx)
    if (!rows[0]?.done) throw new Conflict('offer-answered')
    return { offerId: input.offerId }
  },
  concerns: ({ caseId, offerId }) => ({ caseId, personIds: [], bases: [], details: { offer: offerId } }),
})

/** The caseworker's page: that a place is free for the family, until when, and what was answered before. */
export const readPlaceOffer = query({
  event: 'waiting.read-offer',
  input: CaseInput,
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => ((await reachesCase(tx, caseId)) && (await offersOf(tx, [caseId])).length > 0) || 'not-found',
  run: async (tx, ctx, { caseId }) => {
    const head = await caseHead(tx, caseId)
    const offers = await offersOf(tx, [caseId])
    const people = await familyPeople(tx, ctx, [caseId])
    const open = offers.findLast((one) => one.answer === null && one.withdrawnOn === null) ?? null
    return {
      caseId,
      name: head.name,
      project: head.projectName,
      today: ctx.today,
      people: people.map((one) => ({ id: one.id, name: one.firstName })),
      open,
      offers,
      me: ctx.actor.id,
    }
  },
  concerns: ({ caseId }, page) => ({ caseId, personIds: page.people.map((one) => one.id) }),
})
export type OfferPage = Awaited<ReturnType<typeof readPlaceOffer>>
