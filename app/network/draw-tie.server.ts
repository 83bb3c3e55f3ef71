import { command } from '#app/platform/command.server.ts'
import { Invalid } from '#app/platform/context.ts'
import { DrawTie, endKey, endParts, tiesOn } from './network.ts'
import { isOnMap, mapFacts, tiesOf } from './queries.server.ts'
import { mayDraw } from './rights.server.ts'

const wrong = (field: string, da: string, en: string) => new Invalid([{ field, message: { da, en } }])

/**
 * How strong a tie is and whether it is under strain, as one person says it on that day (004:1005-1018). A new statement replaces the
 * earlier one, which stays for the days it held. Seen by that person and the coordinators only; the database holds the same.
 */
export const drawTie = command({
  event: 'network.draw-tie',
  input: DrawTie,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId, saidBy }) => mayDraw(tx, ctx, caseId, saidBy),
  run: async (tx, ctx, input) => {
    const facts = await mapFacts(tx, ctx, input.caseId, ctx.today)
    const family = facts.people.filter((p) => p.role !== 'network')
    if (!family.some((p) => p.id === input.saidBy && p.kind === 'person'))
      throw wrong('saidBy', 'Vælg, hvem der siger det', 'Choose who says it')
    if (!isOnMap(facts, endKey('person', input.from))) throw wrong('from', 'Vælg en på kortet', 'Choose somebody on the map')
    if (!isOnMap(facts, input.to)) throw wrong('to', 'Vælg en på kortet', 'Choose somebody on the map')
    const staff = ctx.actor.kind === 'staff'
    if (staff && (input.onBehalfChannel === null || input.onBehalfOn === null))
      throw wrong('onBehalfChannel', 'Skriv, hvordan og hvornår det blev sagt', 'Write how and when it was said')
    const saidOn = input.saidOn ?? input.onBehalfOn ?? ctx.today
    if (saidOn > ctx.today) throw wrong('onBehalfOn', 'Dagen ligger ude i fremtiden', 'The day lies in the future')
    const before = (await tiesOf(tx, input.caseId)).filter((t) => t.saidBy === input.saidBy && t.from === input.from && t.to === input.to)
    const standing = tiesOn(before, saidOn)[0]
    // A member replaces what they wrote or what was written at their word.
    const replaces = standing && (await tx.selectFrom('tie').select('id').where('id', '=', standing.id).where('replaced_by', 'is', null).executeTakeFirst())
    const to = endParts(input.to)
    const row = await tx
      .insertInto('tie')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: 'coordination',
        category: 'assessment',
        visibility: 'family',
        household_shared: false,
        subjects: [input.saidBy],
        said_by: input.saidBy,
        said_on: saidOn,
        from_person: input.from,
        to_person: to.kind === 'person' ? to.id : null,
        to_staff: to.kind === 'staff' ? to.id : null,
        to_spell: to.kind === 'spell' ? to.id : null,
        strength: input.strength,
        strained: input.strength !== null && input.strained,
        words: input.words,
        replaces: replaces?.id ?? null,
        ...(staff ? { on_behalf_of_person: input.saidBy, on_behalf_channel: input.onBehalfChannel, on_behalf_on: input.onBehalfOn } : {}),
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id }
  },
  concerns: ({ caseId, saidBy }, r) => ({ caseId, personIds: [saidBy], shelfIds: [r.shelfId], details: { tie: r.id } }),
})
