import { sql } from 'kysely'
import { command, reachesCase } from '#app/platform/command.server.ts'
import { Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { da, en } from './approval-messages.ts'
import { DecideMeasure, isOverruled } from './approval.ts'
import { writeOverrulingLetters } from './plan-letters.server.ts'
import { peopleOf, rightsOf, versionsOf } from './queries.server.ts'

type Text = { [K in keyof typeof da]: (typeof da)[K] extends string ? K : never }[keyof typeof da]
const wrong = (field: string, text: Text): Invalid => new Invalid([{ field, message: { da: da[text], en: en[text] } }])

/** Sectors of the actor in this family in which they decide over measures; never the coordination (KOO-13). */
export async function decidingSectors(tx: Tx, caseId: number, sectors: readonly string[]): Promise<string[]> {
  const asked = sectors.filter((s) => s !== 'coordination')
  if (asked.length === 0) return []
  const { rows } = await sql<{ sector: string }>`select s as sector from unnest(${asked}::text[]) s
    where access.decides_measures(${caseId}, s)`.execute(tx)
  return rows.map((r) => r.sector)
}

/**
 * What a manager said of help that costs something (PLAN-15). An authority of the family writes its own answer; the coordinator writes down
 * what an authority has decided, with whom and how we know, and never an answer of their own (KOO-13). An answer that does not follow the
 * recommendation has a reason, and each adult it is about gets a letter. A new answer stands beside the old ones; the latest counts.
 */
export const decideMeasure = command({
  event: 'plan.decide-measure',
  input: DecideMeasure,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, input) => {
    if (!(await reachesCase(tx, input.caseId))) return 'not-found'
    const rights = await rightsOf(tx, ctx, input.caseId)
    return (
      rights.staff && rights.writes && (rights.coordination || (await decidingSectors(tx, input.caseId, rights.sectors)).length > 0)
    )
  },
  async run(tx, ctx, input) {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const activity = await tx
      .selectFrom('activity')
      .select(['id', 'what', 'subjects', 'needs_approval', 'sector'])
      .where('id', '=', input.activityId)
      .where('case_id', '=', input.caseId)
      .where('replaced_by', 'is', null)
      .where('dropped_on', 'is', null)
      .executeTakeFirst()
    if (!activity?.needs_approval) throw wrong('activityId', 'notMeasure')
    const mine = await decidingSectors(tx, input.caseId, rights.sectors)
    const own = mine.find((s) => s === activity.sector) ?? mine[0]
    const quoted = own === undefined
    const me = await tx.selectFrom('staff').select('name').where('id', '=', ctx.actor.id).executeTakeFirst()
    const myName = me?.name ?? ctx.actor.name
    if (quoted) {
      if (input.statedName === '' || input.statedChannel === '') throw wrong('statedName', 'notProject')
      if (input.statedSector === '' || input.statedSector === 'coordination') throw wrong('statedSector', 'notCoordination')
      if (input.statedName.toLocaleLowerCase('da') === myName.trim().toLocaleLowerCase('da')) throw wrong('statedName', 'notYourself')
    }
    const decidedOn = input.decidedOn ?? ctx.today
    const row = await tx
      .insertInto('measure_decision')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: own ?? 'coordination',
        category: 'plan',
        visibility: 'family',
        subjects: activity.subjects,
        activity_id: activity.id,
        outcome: input.outcome,
        decided_on: decidedOn,
        decided_by: quoted ? input.statedName : myName,
        reason: input.reason,
        instead: input.outcome === 'changed' ? input.instead : '',
        ...(quoted
          ? {
              stated_by_name: input.statedName,
              stated_by_sector: input.statedSector,
              stated_on: decidedOn,
              stated_channel: input.statedChannel,
            }
          : {}),
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    const letters = isOverruled(input.outcome)
      ? await writeOverrulingLetters(tx, ctx, {
          caseId: input.caseId,
          decisionId: row.id,
          outcome: input.outcome === 'changed' ? 'changed' : 'refused',
          what: activity.what,
          instead: input.instead,
          reason: input.reason,
          decidedBy: quoted ? input.statedName : myName,
          decidedOn,
          recommendedOn: (await versionsOf(tx, input.caseId, true))[0]?.agreedOn ?? null,
          to: (await peopleOf(tx, ctx, input.caseId, rights)).filter((p) => activity.subjects.includes(p.id)),
        })
      : []
    return { id: row.id, shelfIds: [row.shelf_id, ...letters.map((l) => l.shelfId)], subjects: activity.subjects, letters: letters.length }
  },
  concerns: ({ caseId, outcome }, r) => ({
    caseId,
    personIds: r.subjects,
    shelfIds: r.shelfIds,
    details: { decision: r.id, outcome, letters: r.letters },
  }),
})
