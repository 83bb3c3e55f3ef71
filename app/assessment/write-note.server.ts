import type { z } from 'zod'
import { command } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import { membersOf, type Rights, rightsOf } from './queries.server.ts'
import { askedSubjects, onCase, sectorFor, subjectsFor, writesHere, wrong } from './rights.server.ts'
import { categoryOf, isBox, isHouse, WriteNote } from './situation.ts'

type Input = z.output<typeof WriteNote>

/**
 * A note on the family's page, in somebody's own words (UDR-01, UDR-04). The family writes about itself and its children; staff write their own,
 * what a member said (on their behalf, with channel and date), what another sector said, or a quotation of an authority. The health aspect makes it
 * a health record. A note belongs to the sector of the writer's assignment.
 */
export const writeNote = command({
  event: 'assessment.write-note',
  input: WriteNote,
  case: ({ caseId }) => caseId,
  may: onCase(writesHere),
  async run(tx, ctx, input) {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const people = await membersOf(tx, ctx, input.caseId, rights)
    const sector = sectorFor(input.sector, rights)
    const child = people.find((p) => p.id === input.personId)?.child === true
    if (isHouse(input.part) && !child) throw wrong('personId', 'onlyChildren')
    const whose = subjectsFor(input.personId, people, rights)
    const aspect = isBox(input.part) ? input.aspect : null
    if (!rights.staff && aspect === 'health' && whose.some((p) => !rights.speakHealth.includes(p))) throw wrong('aspect', 'healthIsTheirs')
    const subjects = askedSubjects({ text: input.words, subjects: whose, people, rights, aboutOthers: input.aboutOthers })
    const { visibility, ...source } = sourceColumns(input, rights, ctx, sector)
    const row = await tx
      .insertInto('situation_note')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector,
        category: categoryOf(aspect),
        visibility,
        subjects,
        person_id: input.personId,
        part: input.part,
        aspect,
        words: input.words,
        ...source,
        ...(child && input.heardBy !== '' ? { heard_by: input.heardBy, heard_on: input.heardOn } : {}),
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { note: r.id } }),
})

/** Whose words they are, as columns. What a member said, and what is quoted, is never hidden from the family. */
function sourceColumns(input: Input, rights: Rights, ctx: Context, sector: string) {
  const hidden = rights.staff && input.hidden ? 'staff' : 'family'
  if (!rights.staff) return { visibility: 'family' as const }
  if (input.voice === 'member') {
    if (input.personId === null) throw wrong('personId', 'onlyOneSpeaks')
    if (input.onBehalfChannel === null || input.onBehalfOn === null) throw wrong('onBehalfChannel', 'onlyOnBehalf')
    if (input.onBehalfOn > ctx.today) throw wrong('onBehalfOn', 'notYet')
    return {
      visibility: 'family' as const,
      on_behalf_of_person: input.personId,
      on_behalf_channel: input.onBehalfChannel,
      on_behalf_on: input.onBehalfOn,
    }
  }
  if (input.voice === 'stated') {
    if (sector !== 'coordination') throw wrong('voice', 'onlyCoordination')
    return {
      visibility: hidden,
      stated_by_name: input.statedName,
      stated_by_sector: input.statedSector,
      stated_on: input.statedOn,
      stated_channel: input.statedChannel,
    }
  }
  if (input.voice === 'quoted') {
    if (input.quotedOn !== null && input.quotedOn > ctx.today) throw wrong('quotedOn', 'notYet')
    return { visibility: hidden, quoted_authority: input.quotedAuthority, quoted_on: input.quotedOn }
  }
  return { visibility: hidden }
}
