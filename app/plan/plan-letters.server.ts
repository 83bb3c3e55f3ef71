import { fillLetter } from '#app/catalogue/letters.ts'
import { itemAt } from '#app/catalogue/pack-item.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { packOrNone } from './agreeing-rules.server.ts'
import { da, en } from './approval-messages.ts'
import type { PlanPerson } from './queries.server.ts'

const TEMPLATE = 'plan-overruled'
const mainNumber = { da: 'kommunens hovednummer', en: 'the municipality’s main number' }

type Overruling = {
  caseId: number
  decisionId: number
  outcome: 'changed' | 'refused'
  what: string
  instead: string
  reason: string
  decidedBy: string
  decidedOn: string
  recommendedOn: string | null
  /** Those it is about; the adults among them get a letter, or for a child those of its home. */
  to: readonly PlanPerson[]
}

/**
 * Tells the adults in a letter that a recommendation was not followed, and why (PLAN-15), each in their own language. Each letter is a
 * record about its reader alone and lies in the outbox to be printed. None where no pack has been applied.
 * @throws Error when the pack lacks the template
 */
export async function writeOverrulingLetters(
  tx: Tx,
  ctx: Context,
  o: Overruling,
): Promise<{ id: number; shelfId: number; personId: number }[]> {
  const pack = await packOrNone(tx, o.caseId)
  if (!pack) return []
  const template = itemAt(pack.letterTemplates, TEMPLATE, ctx.today)
  if (!template) throw new Error(`The pack ${pack.code} has no letter ${TEMPLATE}`)
  const adults = await readersOf(tx, ctx, o)
  const municipality = await tx
    .selectFrom('municipality')
    .select('name')
    .where('municipality_id', '=', ctx.municipalityId)
    .executeTakeFirstOrThrow()
  const contact = await tx.selectFrom('staff').select(['name', 'phone']).where('id', '=', ctx.actor.id).executeTakeFirst()
  const written: { id: number; shelfId: number; personId: number }[] = []
  for (const person of adults) {
    const locale = person.language === 'en' ? 'en' : 'da'
    const m = locale === 'en' ? en : da
    const letter = fillLetter(
      template,
      {
        name: `${person.first_name} ${person.last_name}`.trim(),
        municipality: `${municipality.name} Kommune`,
        measure: o.what,
        recommended: o.recommendedOn ? m.letterRecommended(formatDate(locale, o.recommendedOn)) : m.letterRecommendedNot,
        decision: o.outcome === 'changed' ? `${m.letterDecision.changed}: ${o.instead}` : m.letterDecision.refused,
        decidedBy: o.decidedBy,
        decisionDate: formatDate(locale, o.decidedOn),
        reasons: o.reason,
        contactName: contact?.name ?? municipality.name,
        contactPhone: contact?.phone ?? mainNumber[locale],
      },
      locale,
    )
    const row = await tx
      .insertInto('plan_letter')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: o.caseId,
        sector: 'coordination',
        category: 'plan',
        visibility: 'family',
        // Two adults never read each other's letter.
        household_shared: false,
        subjects: [person.id],
        decision_id: o.decisionId,
        template: TEMPLATE,
        locale,
        written_on: ctx.today,
        title: letter.subject,
        body: letter.body,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    await planMessage(tx, ctx, {
      template: 'letter',
      to: { personId: person.id },
      caseId: o.caseId,
      key: `plan.letter.${row.id}`,
      onPaper: true,
      letter: { title: letter.subject, blocks: [{ kind: 'text', text: letter.body }] },
    })
    written.push({ id: row.id, shelfId: row.shelf_id, personId: person.id })
  }
  return written
}

/** The adults it is about; when it is about children alone, the holders of their custody whom the actor knows. */
async function readersOf(tx: Tx, ctx: Context, o: Overruling) {
  const adults = o.to.filter((p) => !p.child).map((p) => p.id)
  const holders = adults.length
    ? []
    : (
        await tx
          .selectFrom('custody')
          .select('holder_id')
          .where(
            'child_id',
            'in',
            o.to.map((p) => p.id),
          )
          .where('valid_from', '<=', ctx.today)
          .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>=', ctx.today)]))
          .execute()
      ).map((r) => r.holder_id)
  const ids = [...new Set([...adults, ...holders])]
  if (ids.length === 0) return []
  return tx.selectFrom('person').select(['id', 'first_name', 'last_name', 'language']).where('id', 'in', ids).orderBy('id').execute()
}
