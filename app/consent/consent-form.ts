import type { Locale } from '#app/platform/i18n/messages.ts'
import type { Letter, LetterBlock } from '#app/platform/letters/letter.ts'
import { formatDate } from '#app/platform/time/format.ts'
import type { ConsentPage } from './consent-page.ts'
import { consentTexts, nameOf, titleOf } from './consent-words.ts'
import type { LedgerConsent } from './consent.ts'

/**
 * What the printed form asks: consents that wait for a signature; with a signer, only those that wait for that person. A parent
 * elsewhere gets the child's only.
 */
export function toSign(page: Pick<ConsentPage, 'consents'>, signerId: number | null): LedgerConsent[] {
  return page.consents.filter(
    (c) =>
      (c.standing === 'waiting' || c.standing === 'refused') &&
      c.purpose !== '' &&
      (signerId === null || c.signers.some((s) => s.personId === signerId && s.required && s.state !== 'signed')),
  )
}

/** The form as a letter: each question with its own boxes, then the lines to sign on. */
export function consentForm(page: ConsentPage, signerId: number | null, locale: Locale, municipality: string): Letter {
  const m = consentTexts(locale).form
  const asked = toSign(page, signerId)
  const signers =
    signerId === null
      ? [...new Set(asked.flatMap((c) => c.signers.filter((s) => s.required && s.state !== 'signed').map((s) => s.personId)))]
      : [signerId]
  const blocks: LetterBlock[] = [{ kind: 'text', text: m.intro }]
  for (const c of asked) {
    const offer = page.offers.find((o) => o.code === c.template)
    blocks.push(
      { kind: 'heading', text: m.question(titleOf(page, c), nameOf(locale, page.people, c.subjectId)) },
      ...(offer ? [offer.what, offer.why, offer.refusal] : c.wording.split('\n')).map((text): LetterBlock => ({ kind: 'text', text })),
      ...(c.lastsUntil ? [{ kind: 'text', text: m.until(formatDate(locale, c.lastsUntil)) } as const] : []),
      { kind: 'choices', question: titleOf(page, c), options: [m.yes, m.no, m.later] },
    )
  }
  if (asked.length === 0) blocks.push({ kind: 'text', text: m.nothing })
  blocks.push(
    { kind: 'signatures', lines: signers.map((s) => m.sign(nameOf(locale, page.people, s))) },
    { kind: 'choices', question: m.witness, options: [m.aloud, m.interpreter] },
    { kind: 'signatures', lines: [m.witness] },
  )
  return { locale, sender: { name: municipality, lines: [] }, date: page.today, title: m.title, blocks }
}
