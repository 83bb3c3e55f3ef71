import type { Locale } from '#app/platform/i18n/messages.ts'
import { genitive, joinList } from '#app/platform/i18n/words.ts'
import type { Helper, Labels, MyHelper } from './consent-page.ts'
import { consentTexts } from './consent-words.ts'
import type { LedgerConsent } from './consent.ts'

/* What a family member is told about each helper: one card per named person, never a matrix. */

/** What a sector works with by itself and reads without anybody's consent. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  coordination: ['plan', 'agreements', 'meetings', 'progression'],
  education: ['education'],
  health: ['health'],
  employment: ['employment'],
  psychiatry: ['health'],
  'general-practice': ['health'],
  addiction: ['health'],
}
/** What people most often want to know that somebody does not see. */
const TELLING = ['plan', 'health', 'costs', 'employment', 'education'] as const
const MOST_NOT_SEEN = 3

type Told = {
  locale: Locale
  labels: Labels
  /** Words for the roles, by code. */ roles: Readonly<Record<string, string>>
  consents: readonly LedgerConsent[]
  nameOf: (id: number) => string | null
  isChild: (id: number) => boolean
  titleOf: (c: LedgerConsent) => string
  /** The reader lives elsewhere: what helpers write about the home is not said. */ elsewhere: boolean
}

export function helperCard(h: Helper & { caseId: number }, t: Told): MyHelper {
  const m = consentTexts(t.locale).mine
  const plainSector = t.labels.plainSectors[h.sector] ?? h.sector
  const open = t.consents.filter(
    (c) =>
      c.caseId === h.caseId &&
      c.purpose === 'coordination' &&
      (c.standing === 'valid' || c.standing === 'partly') &&
      c.toSectors.includes(h.sector),
  )
  const seen = new Map<string, Set<number>>()
  for (const c of open) for (const p of c.parts) if (p.valid) seen.set(p.category, (seen.get(p.category) ?? new Set()).add(c.subjectId))
  const own = OWN[h.sector] ?? []
  const everybody = new Set(t.consents.filter((c) => c.caseId === h.caseId).map((c) => c.subjectId)).size
  const said = (what: string, ids: Set<number>) => {
    const names = joinList(
      t.locale,
      [...ids].map((id) => t.nameOf(id)).filter((n) => n !== null),
    )
    return ids.size > 1 && ids.size === everybody ? what : m.aboutNames(what, names)
  }
  const ownPart = h.sector === 'coordination' ? m.ownPart : m.ownSector(plainSector)
  const maySee = [
    ...(t.elsewhere ? [] : [ownPart]),
    ...inPackOrder([...seen], t.labels).map(([category, ids]) => said(t.labels.plainCategories[category] ?? category, ids)),
  ]
  const ends = open
    .map((c) => c.lastsUntil)
    .filter((d) => d !== null)
    .toSorted()
  return {
    key: `${h.caseId}.${h.staffId}.${h.sector}`,
    caseId: h.caseId,
    name: h.name,
    relation: relationOf(h, open, t),
    maySee,
    sector: h.sector,
    plainSector,
    mayNotSee: TELLING.filter((c) => !seen.has(c) && !own.includes(c))
      .slice(0, MOST_NOT_SEEN)
      .map((c) => t.labels.plainCategories[c] ?? c),
    until: ends[0] ?? null,
    consents: open.map((c) => ({
      id: c.id,
      label: `${t.titleOf(c)} (${t.nameOf(c.subjectId) ?? ''})`,
      what: joinList(
        t.locale,
        c.categories.map((k) => t.labels.plainCategories[k] ?? k),
      ),
    })),
  }
}

const inPackOrder = <T>(seen: [string, T][], labels: Labels): [string, T][] => {
  const order = Object.keys(labels.categories)
  return seen.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
}

/** "Idas lærer" when all that is open is about one child; "lærer" otherwise. */
function relationOf(h: Helper, open: readonly LedgerConsent[], t: Told): string {
  const role = (t.roles[h.role] ?? h.role).toLowerCase()
  const children = [...new Set(open.map((c) => c.subjectId))]
  const only = children.length === 1 && t.isChild(children[0] ?? 0) ? t.nameOf(children[0] ?? 0) : null
  return only ? consentTexts(t.locale).mine.relation(genitive(t.locale, only), role) : role
}
