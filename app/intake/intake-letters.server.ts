import { fillLetter } from '#app/catalogue/letters.ts'
import { itemAt } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import type { FamilyPerson } from './queries.server.ts'

export type WrittenLetter = { id: number; shelfId: number; personId: number }
const mainNumber = { da: 'kommunens hovednummer', en: 'the municipality’s main number' }

/**
 * Writes one letter to each of these people from the pack's template, in the person's language where we have it (Danish or English).
 * Each is a record about its reader alone, so that two adults never read each other's, and lies in the outbox to be printed. @throws Error
 * when the pack lacks the template
 */
export async function writeLetters(
  tx: Tx,
  ctx: Context,
  input: {
    caseId: number
    pack: Pack
    template: string
    to: readonly FamilyPerson[]
    values: (locale: 'da' | 'en', person: FamilyPerson) => Record<string, string>
  },
): Promise<WrittenLetter[]> {
  const template = itemAt(input.pack.letterTemplates, input.template, ctx.today)
  if (!template) throw new Error(`The pack ${input.pack.code} has no letter ${input.template}`)
  const common = await sender(tx, ctx)
  const written: WrittenLetter[] = []
  for (const person of input.to) {
    const locale = person.language === 'en' ? 'en' : 'da'
    const letter = fillLetter(
      template,
      { name: `${person.firstName} ${person.lastName}`.trim(), ...common(locale), ...input.values(locale, person) },
      locale,
    )
    const row = await tx
      .insertInto('intake_letter')
      .values({
        municipality_id: ctx.municipalityId,
        template: input.template,
        locale,
        written_on: ctx.today,
        title: letter.subject,
        body: letter.body,
        case_id: input.caseId,
        sector: 'coordination',
        category: 'intake',
        visibility: 'family',
        subjects: [person.id],
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    await planMessage(tx, ctx, {
      template: 'letter',
      to: { personId: person.id },
      caseId: input.caseId,
      key: `intake.letter.${row.id}`,
      onPaper: true,
      letter: { title: letter.subject, blocks: [{ kind: 'text', text: letter.body }] },
    })
    written.push({ id: row.id, shelfId: row.shelf_id, personId: person.id })
  }
  return written
}

/** Municipality and the writer as the one to call. */
async function sender(tx: Tx, ctx: Context): Promise<(locale: 'da' | 'en') => Record<string, string>> {
  const municipality = await tx
    .selectFrom('municipality')
    .select('name')
    .where('municipality_id', '=', ctx.municipalityId)
    .executeTakeFirstOrThrow()
  const contact = await tx.selectFrom('staff').select(['name', 'phone']).where('id', '=', ctx.actor.id).executeTakeFirst()
  return (locale) => ({
    municipality: `${municipality.name} Kommune`,
    contactName: contact?.name ?? municipality.name,
    contactPhone: contact?.phone ?? mainNumber[locale],
  })
}
