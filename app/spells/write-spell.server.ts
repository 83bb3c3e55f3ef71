import { Invalid } from '#app/platform/context.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { spellEndsOf, supportStatusesOf } from './queries.server.ts'
import { hasSorts, type SpellFields } from './spells.ts'

export type WrittenSpell = { id: number; shelfId: number; personId: number }

/** Inserts the spell after asking the pack whether its status exists and may still be begun. @throws Invalid, field `status` or `personId` */
export async function insertSpell(tx: Tx, ctx: Context, input: SpellFields, replaces: number | null): Promise<WrittenSpell> {
  const person = await tx
    .selectFrom('case_person')
    .select('id')
    .where('case_id', '=', input.caseId)
    .where('person_id', '=', input.personId)
    .where('role', 'in', ['family', 'other-parent'])
    .executeTakeFirst()
  if (!person) throw wrong('personId', 'Vælg en af familien', 'Choose somebody of the family')
  const sort = hasSorts(input.kind) ? input.status : ''
  if (sort !== '') await checkStatus(tx, ctx, input)
  if (input.until !== null) await checkEnd(tx, ctx, input.caseId, input.endCode)
  const row = await tx
    .insertInto('spell')
    .values({
      municipality_id: ctx.municipalityId,
      case_id: input.caseId,
      sector: 'coordination',
      category: 'progression',
      visibility: 'family',
      subjects: [input.personId],
      person_id: input.personId,
      kind: input.kind,
      status: sort,
      what: input.what,
      place: input.place,
      minutes_per_week: input.hoursPerWeek,
      started_on: input.from,
      ended_on: input.until,
      end_code: input.until === null ? '' : input.endCode,
      end_reason: input.until === null ? '' : input.endReason,
      replaces,
    })
    .returning(['id', 'shelf_id'])
    .executeTakeFirstOrThrow()
  return { id: row.id, shelfId: row.shelf_id, personId: input.personId }
}

async function checkStatus(tx: Tx, ctx: Context, input: SpellFields): Promise<void> {
  const known = await supportStatusesOf(tx, input.caseId, ctx.today)
  const status = known.find((s) => s.code === input.status)
  const group = (kind: SpellFields['kind']) => (kind === 'work' || kind === 'offer' ? kind : 'other')
  const fits = status && (status.group === 'work' || status.group === 'offer' ? status.group : 'other') === group(input.kind)
  if (!fits) throw wrong('status', 'Vælg en fra listen', 'Choose one from the list')
  if (status.noNewAfter !== null && input.from > status.noNewAfter)
    throw wrong('status', 'Den kan ikke begynde så sent. Vælg en anden', 'It cannot begin that late. Choose another')
}
/** @throws Invalid, field `endCode`, where the reason is none of the pack's */
export async function checkEnd(tx: Tx, ctx: Context, caseId: number, code: string): Promise<void> {
  if (code !== '' && !(await spellEndsOf(tx, caseId, ctx.today)).some((e) => e.code === code)) throw wrong('endCode', 'Vælg en fra listen', 'Choose one from the list')
}
const wrong = (field: string, da: string, en: string) => new Invalid([{ field, message: { da, en } }])
