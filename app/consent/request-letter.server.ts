import { sql } from 'kysely'
import { fillLetter } from '#app/catalogue/letters.ts'
import { itemAt } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { coordinatorsOf, findPerson } from '#app/families/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { LetterBlock } from '#app/platform/letters/letter.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { formatDate } from '#app/platform/time/format.ts'
import type { LedgerConsent } from './consent.ts'
import { offerOf } from './templates.ts'

const DAYS_TO_ANSWER = 14

export type RequestLetter = { title: string; blocks: LetterBlock[] }

/**
 * The letter to a holder of custody about a child: what is asked, why, what a no means. Nothing in it is about anybody but the child.
 * Undefined when the signer signs for themselves: the neutral message is enough then.
 */
export async function requestLetter(tx: Tx, ctx: Context, consent: LedgerConsent, signerId: number): Promise<RequestLetter | undefined> {
  if (signerId === consent.subjectId) return undefined
  const pack = await casePack(tx, consent.caseId)
  const template = itemAt(pack.letterTemplates, 'consent-request-other-parent', ctx.today)
  const [signer, child] = [await findPerson(tx, signerId), await findPerson(tx, consent.subjectId)]
  if (!template || !signer || !child) return undefined
  const locale = signer.language === 'en' ? 'en' : 'da'
  const offer = offerOf(pack, consent.template, ctx.today)
  const contact = (await coordinatorsOf(tx, [consent.caseId], ctx.today))[0]
  const { rows } = await sql<{
    municipality: string
    phone: string | null
  }>`select m.name as municipality, (select s.phone from staff s where s.municipality_id = m.municipality_id
    and s.id = ${contact?.staffId ?? null}::bigint) as phone from municipality m where m.municipality_id = ${ctx.municipalityId}`.execute(
    tx,
  )
  const words = {
    da: { hall: 'kommunen', site: 'log ind med MitID på kommunens side' },
    en: { hall: 'the municipality', site: "sign in with MitID on the municipality's site" },
  }[locale]
  const letter = fillLetter(
    template,
    {
      name: signer.firstName,
      municipality: `${rows[0]?.municipality ?? ''} Kommune`,
      childName: child.firstName,
      what: offer?.what[locale] ?? consent.wording,
      why: offer?.why[locale] ?? '–',
      refusal: offer?.refusal[locale] ?? '–',
      until: formatDate(locale, consent.lastsUntil ?? consent.validUntil ?? ctx.today),
      answerBy: formatDate(locale, addDays(ctx.today, DAYS_TO_ANSWER)),
      link: words.site,
      contactName: contact?.name ?? words.hall,
      contactPhone: rows[0]?.phone || words.hall,
    },
    locale,
  )
  return {
    title: letter.subject,
    blocks: letter.body
      .split(/\n\s*\n/)
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => ({ kind: 'text', text })),
  }
}
