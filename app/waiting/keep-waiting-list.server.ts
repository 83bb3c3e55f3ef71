import { settingAt } from '#app/catalogue/pack-values.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { mayAppoint, mayDecide } from '#app/intake/authority.server.ts'
import { writeLetters } from '#app/intake/intake-letters.server.ts'
import { inProject } from '#app/intake/keep-team.server.ts'
import { adultsOf, caseHead, familyPeople, hasProjectRole } from '#app/intake/queries.server.ts'
import { endTasks } from '#app/families/queries.server.ts'
import { command, type May, reachesCase, writesInCase } from '#app/platform/command.server.ts'
import { Conflict, type Context, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { waitingFamilies } from './read-waiting-list.server.ts'
import { keyFor, MoveFamily, nextReview, ReviewList, SetExpectedEnd, WriteWaitingLetter } from './waiting-list.ts'

/** The project manager and the intake team keep the list. */
async function mayKeep(tx: Tx, ctx: Context, caseId: number): Promise<May> {
  if (!(await reachesCase(tx, caseId))) return 'not-found'
  return (await mayAppoint(tx, ctx, caseId)) === true || (await mayDecide(tx, caseId)) === true
}

/**
 * VIS-19: another place in the turn, with a reason; the earlier places and reasons are kept. Sees the whole list, so it is not narrowed to the
 * family. @throws Conflict 'same-place', 'not-waiting'
 */
export const moveFamily = command({
  event: 'waiting.move-family',
  input: MoveFamily,
  may: (tx, ctx, { caseId }) => mayKeep(tx, ctx, caseId),
  run: async (tx, ctx, { caseId, place, reason }) => {
    const list = await waitingFamilies(tx, ctx, (await caseHead(tx, caseId)).projectId)
    return moveTo(tx, ctx, list, caseId, place, reason)
  },
  concerns: ({ caseId, place }, { personIds }) => ({ caseId, personIds, bases: [], details: { place } }),
})
type List = Awaited<ReturnType<typeof waitingFamilies>>
async function moveTo(tx: Tx, ctx: Context, list: List, caseId: number, place: number, reason: string) {
  const family = list.find((one) => one.caseId === caseId)
  if (!family) throw new Conflict('not-waiting')
  const sortKey = keyFor(list, caseId, place)
  if (sortKey === null) throw new Conflict('same-place')
  await tx
    .insertInto('waiting_move')
    .values({ municipality_id: ctx.municipalityId, case_id: caseId, sort_key: sortKey, reason, moved_on: ctx.today, moved_by: ctx.actor.id })
    .execute()
  return { personIds: family.people.map((one) => one.id) }
}

/**
 * VIS-19: the list is gone through: a dated record of what was decided for each family. 'first' moves it to the front; 'off' says that it is
 * to come off the list, which is decided as any other no. The task about the review is done with it.
 */
export const reviewWaitingList = command({
  event: 'waiting.review',
  input: ReviewList,
  may: (tx, _, { projectId }) => inProject(tx, projectId, ['project-manager']),
  run: async (tx, ctx, { projectId, lines }) => {
    const list = await waitingFamilies(tx, ctx, projectId)
    const unknown = lines.filter((line) => !list.some((one) => one.caseId === line.caseId))
    if (unknown.length > 0) throw new Conflict('not-waiting')
    const missing = list.filter((one) => !lines.some((line) => line.caseId === one.caseId))
    if (missing.length > 0)
      throw new Invalid(
        missing.map((one) => ({
          field: `outcome.${one.caseId}`,
          message: { da: `Vælg, hvad I gør for ${one.name}`, en: `Choose what you do for ${one.name}` },
        })),
      )
    const review = await tx
      .insertInto('waiting_review')
      .values({ municipality_id: ctx.municipalityId, project_id: projectId, held_on: ctx.today, held_by: ctx.actor.id })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('waiting_review_line')
      .values(
        lines.map((line) => ({
          municipality_id: ctx.municipalityId,
          review_id: review.id,
          case_id: line.caseId,
          outcome: line.outcome,
          note: line.note,
        })),
      )
      .execute()
    for (const line of lines.filter((one) => one.outcome === 'first')) await toTheFront(tx, ctx, projectId, line)
    await endTasks(tx, ctx, 'waiting-review')
    return { reviewId: review.id, families: list.map((one) => ({ caseId: one.caseId, personIds: one.people.map((person) => person.id) })) }
  },
  concerns: ({ lines }, { reviewId, families }) =>
    families.map((one) => ({
      caseId: one.caseId,
      personIds: one.personIds,
      bases: ['project'],
      details: { review: reviewId, outcome: lines.find((line) => line.caseId === one.caseId)?.outcome ?? '' },
    })),
})
async function toTheFront(tx: Tx, ctx: Context, projectId: number, line: { caseId: number; note: string }): Promise<void> {
  const list = await waitingFamilies(tx, ctx, projectId)
  if (list[0]?.caseId === line.caseId) return
  await moveTo(tx, ctx, list, line.caseId, 1, line.note || (ctx.locale === 'da' ? 'Ved gennemgangen af listen' : 'When the list was gone through'))
}

/** The letter that says where the family stands, when the list is looked at again, and who helps meanwhile: one to each adult. */
export const writeWaitingLetter = command({
  event: 'waiting.write-letter',
  input: WriteWaitingLetter,
  may: (tx, ctx, { caseId }) => mayKeep(tx, ctx, caseId),
  run: async (tx, ctx, { caseId, meanwhile, helperId }) => {
    const head = await caseHead(tx, caseId)
    const pack = await projectPack(tx, head.projectId)
    const list = await waitingFamilies(tx, ctx, head.projectId)
    const family = list.find((one) => one.caseId === caseId)
    if (!family) throw new Conflict('not-waiting')
    const helper = await tx.selectFrom('staff').select(['name', 'phone']).where('id', '=', helperId).executeTakeFirst()
    if (!helper) throw new Invalid([{ field: 'helperId', message: { da: 'Vælg, hvem der hjælper imens', en: 'Choose who helps meanwhile' } }])
    const lastReview = await tx
      .selectFrom('waiting_review')
      .select('held_on')
      .where('project_id', '=', head.projectId)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    const review = nextReview(lastReview?.held_on ?? ctx.today, settingAt(pack, 'waitingReviewWeeks', ctx.today), ctx.today)
    const letters = await writeLetters(tx, ctx, {
      caseId,
      pack,
      template: 'intake-waiting',
      to: adultsOf(await familyPeople(tx, ctx, [caseId]), ctx.today),
      values: (locale) => ({
        project: head.projectName,
        since: formatDate(locale, family.since),
        place: locale === 'da' ? `nummer ${family.place} af ${list.length}` : `number ${family.place} of ${list.length}`,
        nextReview: formatDate(locale, review < ctx.today ? ctx.today : review),
        helper: helper.name,
        helperPhone: helper.phone ?? (locale === 'da' ? 'kommunens hovednummer' : 'the municipality’s main number'),
        meanwhile,
      }),
    })
    return { letters }
  },
  concerns: ({ caseId }, { letters }) => ({
    caseId,
    personIds: letters.map((one) => one.personId),
    shelfIds: letters.map((one) => one.shelfId),
    details: { letters: letters.map((one) => one.id) },
  }),
})

/** VIS-17: when a family with a place is expected to end, or that nobody knows any more; the newest counts. */
export const setExpectedEnd = command({
  event: 'waiting.set-expected-end',
  input: SetExpectedEnd,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => {
    if (!(await reachesCase(tx, caseId))) return 'not-found'
    if (await hasProjectRole(tx, ctx, caseId, 'project-manager')) return true
    const coordinates = await tx
      .selectFrom('assignment')
      .select('id')
      .where('case_id', '=', caseId)
      .where('staff_id', '=', ctx.actor.id)
      .where('role', 'in', ['coordinator', 'secondary-coordinator'])
      .where('valid_from', '<=', ctx.today)
      .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>=', ctx.today)]))
      .executeTakeFirst()
    return coordinates !== undefined && writesInCase(tx, caseId)
  },
  run: async (tx, ctx, { caseId, endsOn, reason }) => {
    if (endsOn !== null && endsOn < ctx.today)
      throw new Invalid([{ field: 'endsOn', message: { da: 'Datoen er gået', en: 'The date has passed' } }])
    return tx
      .insertInto('expected_end')
      .values({ municipality_id: ctx.municipalityId, case_id: caseId, ends_on: endsOn, reason, set_on: ctx.today, set_by: ctx.actor.id })
      .returning('id')
      .executeTakeFirstOrThrow()
  },
  concerns: ({ caseId, endsOn }, row) => ({ caseId, personIds: [], bases: [], details: { expectedEnd: row.id, endsOn: endsOn ?? '' } }),
})
