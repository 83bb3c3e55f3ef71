import { command } from '#app/platform/command.server.ts'
import { Invalid } from '#app/platform/context.ts'
import { ChooseForMeeting, endParts, standingWishes } from './network.ts'
import { isOnMap, mapFacts, meetingWishesOf } from './queries.server.ts'
import { mayChoose } from './rights.server.ts'

/**
 * "Hvem skal med til næste møde?" (CIV-14, IT-09): for each person or helper come, not, or '' (no longer said). Only what is new is
 * written; the earlier wish stays in the history. The meetings read it through `meetingWishesOf`.
 */
export const chooseForMeeting = command({
  event: 'network.choose-for-meeting',
  input: ChooseForMeeting,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId, wishedBy }) => mayChoose(tx, ctx, caseId, wishedBy),
  run: async (tx, ctx, input) => {
    const staff = ctx.actor.kind === 'staff'
    if (staff && (input.onBehalfChannel === null || input.onBehalfOn === null))
      throw wrong('onBehalfChannel', 'Skriv, hvordan og hvornår det blev sagt', 'Write how and when it was said')
    const facts = await mapFacts(tx, ctx, input.caseId, ctx.today)
    if (!facts.people.some((p) => p.id === input.wishedBy && p.role !== 'network' && p.kind === 'person'))
      throw wrong('wishedBy', 'Vælg, hvem der ønsker det', 'Choose whose wish it is')
    const standing = new Map(
      standingWishes((await meetingWishesOf(tx, input.caseId)).filter((w) => w.wishedBy === input.wishedBy)).map((w) => [w.about as string, w]),
    )
    const written: { id: number; shelfId: number }[] = []
    for (const [about, chosen] of Object.entries(input.choices)) {
      const answer = chosen === '' ? null : chosen
      const before = standing.get(about)
      if ((before?.answer ?? null) === answer) continue
      if (!isOnMap(facts, about)) throw wrong('choices', 'Vælg blandt dem på kortet', 'Choose among those on the map')
      const end = endParts(about)
      // A member replaces their own wish or one written at their word; what somebody else wrote for a child stays, and the newer one counts.
      const replaces =
        before &&
        (await tx
          .selectFrom('meeting_wish')
          .select('id')
          .where('id', '=', before.id)
          .where('replaced_by', 'is', null)
          .$if(!staff, (q) => q.where((e) => e.or([e('author_person_id', '=', ctx.actor.id), e('on_behalf_of_person', '=', ctx.actor.id)])))
          .executeTakeFirst())
      const row = await tx
        .insertInto('meeting_wish')
        .values({
          municipality_id: ctx.municipalityId,
          case_id: input.caseId,
          sector: 'coordination',
          category: 'meetings',
          visibility: 'family',
          subjects: [input.wishedBy],
          wished_by: input.wishedBy,
          wished_on: ctx.today,
          about_person: end.kind === 'person' ? end.id : null,
          about_staff: end.kind === 'staff' ? end.id : null,
          answer,
          replaces: replaces?.id ?? null,
          ...(staff ? { on_behalf_of_person: input.wishedBy, on_behalf_channel: input.onBehalfChannel, on_behalf_on: input.onBehalfOn } : {}),
        })
        .returning(['id', 'shelf_id'])
        .executeTakeFirstOrThrow()
      written.push({ id: row.id, shelfId: row.shelf_id })
    }
    return written
  },
  concerns: ({ caseId, wishedBy }, written) => ({
    caseId,
    personIds: [wishedBy],
    shelfIds: [...new Set(written.map((w) => w.shelfId))],
    details: { wishes: written.map((w) => w.id) },
  }),
})
const wrong = (field: string, da: string, en: string) => new Invalid([{ field, message: { da, en } }])
