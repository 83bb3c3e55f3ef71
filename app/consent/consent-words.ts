import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { genitive, joinList } from '#app/platform/i18n/words.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { type LedgerConsent, missingSigners } from './consent.ts'
import type { Foreseen } from './foresight.ts'
import { da, en } from './messages.ts'
import type { ConsentPage, Labels, Someone } from './consent-page.ts'

/** The ledger said in words, in one language. */

export const consentTexts = (locale: Locale) => pick(locale, { da, en })

const wordOf = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code
/** A first name, or "En anden" for somebody the reader does not know by name. */
export const nameOf = (locale: Locale, people: readonly Pick<Someone, 'id' | 'firstName'>[], id: number): string =>
  people.find((p) => p.id === id)?.firstName ?? consentTexts(locale).somebody
/** "plan og aftaler", as nouns that can stand after a name. */
export const thingsOf = (locale: Locale, labels: Labels, categories: readonly string[]): string => {
  const words: Readonly<Record<string, string>> = consentTexts(locale).things
  return joinList(
    locale,
    categories.map((c) => words[c] ?? wordOf(labels.categories, c).toLowerCase()),
  )
}
export const plainSectors = (locale: Locale, labels: Labels, sectors: readonly string[]): string =>
  joinList(
    locale,
    sectors.map((s) => wordOf(labels.plainSectors, s)),
  )

/** "Jonas har ikke svaret: skolen kan ikke se Idas mål endnu", once for each whose answer is missing. */
export function missingSentences(
  locale: Locale,
  page: Pick<ConsentPage, 'people' | 'labels' | 'offers'> & Partial<Pick<ConsentPage, 'consents'>>,
  c: LedgerConsent,
): { signerId: number; text: string }[] {
  const m = consentTexts(locale)
  if (c.standing !== 'waiting' && c.standing !== 'refused' && c.standing !== 'partly') return []
  return missingSigners(c).map((s) => {
    const who = nameOf(locale, page.people, s.personId)
    const state = m.signer[s.state]
    if (c.purpose !== 'coordination') return { signerId: s.personId, text: m.missingOther(who, state, titleOf(page, c)) }
    const foreign = c.fromSectors.filter((f) => f !== 'coordination')
    const unsigned = [...new Set(c.parts.filter((p) => !p.valid).map((p) => p.category))]
    const closed = unsigned.filter((k) => !openElsewhere(page.consents ?? [], c, k))
    if (closed.length === 0) {
      const about = nameOf(locale, page.people, c.subjectId)
      return { signerId: s.personId, text: m.missingOther(who, state, `${titleOf(page, c)} (${about})`) }
    }
    return {
      signerId: s.personId,
      text: m.missing(
        who,
        state,
        plainSectors(locale, page.labels, c.toSectors),
        genitive(locale, nameOf(locale, page.people, c.subjectId)),
        thingsOf(locale, page.labels, closed),
        foreign.length > 0 ? plainSectors(locale, page.labels, foreign) : '',
      ),
    }
  })
}

/** Another valid yes already opens this to the same recipients: nobody may be told that they cannot see it. */
const openElsewhere = (all: readonly LedgerConsent[], c: LedgerConsent, category: string): boolean => {
  const alike = (o: LedgerConsent) => o.id !== c.id && o.subjectId === c.subjectId && o.purpose === c.purpose
  const others = all.filter((o) => alike(o) && o.parts.some((p) => p.valid && p.category === category))
  return c.fromSectors.every((from) => c.toSectors.every((to) => others.some((o) => o.fromSectors.includes(from) && o.toSectors.includes(to))))
}

/** The pack's name of the text, or who may see what when the text is gone. */
export const titleOf = (
  page: Pick<ConsentPage, 'labels' | 'offers'>,
  c: Pick<LedgerConsent, 'template' | 'categories' | 'toSectors'>,
): string =>
  page.offers.find((o) => o.code === c.template)?.label ??
  `${c.toSectors.map((s) => wordOf(page.labels.sectors, s)).join(', ')}: ${c.categories.map((k) => wordOf(page.labels.categories, k)).join(', ')}`

/** "Idas fødselsdag ændrer, hvem der skal skrive under. Ida mangler." */
export function foreseenSentence(locale: Locale, people: ConsentPage['people'], f: Foreseen): string {
  const m = consentTexts(locale).foreseen
  const subject = nameOf(locale, people, f.subjectId)
  const missing =
    f.missing.length > 0
      ? joinList(
          locale,
          f.missing.map((id) => nameOf(locale, people, id)),
        )
      : m.nobody
  if (f.why === 'ends') return m.ends(subject)
  return f.why === 'custody' ? m.custody(subject, missing) : m[f.why](genitive(locale, subject), missing)
}

export type MatrixRow = { key: string; label: string; cells: { people: string[]; until?: string }[] }
/**
 * First names by category and recipient, of the consents that are valid now, with the earliest end. Only what opens the daily work;
 * an evaluator's consent
 * and photos stand in the list.
 */
export function matrixOf(
  locale: Locale,
  page: Pick<ConsentPage, 'consents' | 'labels' | 'people' | 'today'>,
): { columns: { key: string; label: string }[]; rows: MatrixRow[] } {
  const open = page.consents.filter((c) => c.purpose === 'coordination' && (c.standing === 'valid' || c.standing === 'partly'))
  const sectors = Object.keys(page.labels.sectors).filter((s) => open.some((c) => c.toSectors.includes(s)))
  const categories = Object.keys(page.labels.categories).filter((k) => open.some((c) => c.categories.includes(k)))
  const cell = (category: string, sector: string) => {
    const here = open.filter((c) => c.toSectors.includes(sector) && c.parts.some((p) => p.valid && p.category === category))
    const ends = here
      .flatMap((c) => c.parts.filter((p) => p.valid && p.category === category).map((p) => p.lastsUntil ?? c.validUntil))
      .filter((d) => d !== null)
      .toSorted()
    const names = [...new Set(here.map((c) => nameOf(locale, page.people, c.subjectId)))]
    return { people: names, ...(ends[0] ? { until: formatShortDate(locale, ends[0], page.today) } : {}) }
  }
  return {
    columns: sectors.map((s) => ({ key: s, label: wordOf(page.labels.sectors, s) })),
    rows: categories.map((k) => ({ key: k, label: wordOf(page.labels.categories, k), cells: sectors.map((s) => cell(k, s)) })),
  }
}

/** The texts needed to take part for which somebody of the family has no valid consent. */
export const minimumMissing = (
  page: Pick<ConsentPage, 'offers' | 'consents' | 'people' | 'inIntake'>,
): { code: string; label: string; names: string[] }[] =>
  page.offers
    .filter((o) => (page.inIntake ? o.kind === 'intake' : o.kind === 'minimum'))
    .flatMap((o) => {
      const names = page.people
        .filter(
          (p) =>
            p.role === 'family' &&
            p.age !== null &&
            !page.consents.some((c) => c.template === o.code && c.subjectId === p.id && c.standing === 'valid'),
        )
        .map((p) => p.firstName)
      return names.length > 0 ? [{ code: o.code, label: o.label, names }] : []
    })
