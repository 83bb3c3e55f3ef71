import { casePack } from '#app/catalogue/queries.server.ts'
import { labelsOf } from '#app/consent/read-consent-page.server.ts'
import { registersConsent } from '#app/consent/rights.server.ts'
import { spokenConsent } from '#app/consent/spoken-consent.server.ts'
import { participantsOf } from '#app/meetings/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { roomTexts } from './room-words.ts'
import { concernsEdit, once } from './once.server.ts'
import { presentAt } from './queries.server.ts'
import { leads, openRoom, wrong } from './rights.server.ts'
import { ShowAnyway } from './room.ts'
import { hiddenFrom, type Needed } from './wall.server.ts'

/**
 * "Vis alligevel": those concerned say yes aloud to somebody in the room seeing what this shelf holds, today. Each yes is a consent of its own: about one
 * person, to one sector, of one category, from and until today, spoken before a witness. Only who is in the room can say it. It opens exactly what such a consent
 * opens, so a member of the family who may not read something is never shown it this way.
 * @throws Invalid at `yes`, `witness`; Conflict 'meeting-over'
 */
export const showAnyway = command({
  event: 'meeting-room.show-anyway',
  input: ShowAnyway,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, input) => {
    const may = await leads(tx, ctx, input)
    return may === true ? registersConsent(tx, input.caseId) : may
  },
  run: (tx, ctx, input) =>
    once(tx, ctx, input, async () => {
      const { meeting } = await openRoom(tx, ctx, input)
      const hidden = (await hiddenFrom(tx, meeting.id, [input.shelfId])).find((h) => h.participantId === input.participantId)
      if (!hidden) return { personIds: meeting.subjects, shelfIds: [input.shelfId] }
      const { toSector } = hidden
      if (toSector === null) throw wrong('yes', 'Det kan et ja ikke åbne for', 'A yes cannot open this')
      if (input.witness === '') throw wrong('witness', 'Skriv, hvem der var vidne', 'Write who was the witness')
      const asked = await said(tx, meeting.id, hidden.needs, input.yes)
      const consents: number[] = []
      for (const { subject, signers } of asked)
        consents.push(
          await spokenConsent(tx, ctx, {
            caseId: meeting.caseId,
            subjectId: subject,
            from: 'coordination',
            to: toSector,
            category: hidden.category,
            validFrom: ctx.today,
            validUntil: ctx.today,
            wording: await wordingOf(tx, ctx, meeting.caseId, subject, toSector, hidden.category),
            signers,
            witness: input.witness,
            language: input.language,
            interpreter: input.interpreter,
          }),
        )
      return { personIds: [...new Set(asked.flatMap((a) => [a.subject, ...a.signers]))], shelfIds: [input.shelfId], details: { participant: input.participantId, consents } }
    }),
  concerns: concernsEdit,
})

/** The persons about whom everything that is needed was said, by people in the room. @throws Invalid when nothing was, or one of two was */
async function said(tx: Tx, meetingId: number, needs: readonly Needed[], yes: readonly string[]): Promise<{ subject: number; signers: number[] }[]> {
  const here = await presentAt(tx, meetingId)
  const people = (await participantsOf(tx, [meetingId])).filter((p) => here.includes(p.id)).flatMap((p) => p.personId ?? [])
  const asked = needs.flatMap(({ subject, signers }) => {
    const ticked = (signers ?? []).filter((s) => yes.includes(`${subject}-${s}`))
    if (ticked.some((s) => !people.includes(s))) throw wrong('yes', 'Kun den, der er i rummet, kan sige ja', 'Only who is in the room can say yes')
    if (ticked.length > 0 && ticked.length < (signers ?? []).length) throw wrong('yes', 'Der er flere, der skal sige ja til det samme', 'Others must say yes to the same')
    return ticked.length > 0 ? [{ subject, signers: ticked }] : []
  })
  if (asked.length === 0) throw wrong('yes', 'Sæt kryds ved det, der blev sagt ja til', 'Tick what was said yes to')
  return asked
}

/** What was put to them, kept with the consent. */
async function wordingOf(tx: Tx, ctx: Context, caseId: number, subject: number, toSector: string, category: string): Promise<string> {
  const person = await tx.selectFrom('person').select('first_name').where('id', '=', subject).executeTakeFirst()
  const labels = labelsOf(await casePack(tx, caseId), ctx)
  const m = roomTexts(ctx.locale)
  return m.anyway.wording(person?.first_name ?? '', labels.plainSectors[toSector] ?? toSector, labels.plainCategories[category] ?? category, formatDate(ctx.locale, ctx.today))
}
