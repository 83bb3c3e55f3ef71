import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import type { Letter, LetterBlock } from '#app/platform/letters/letter.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { type FiledKind, referenceOf } from './filing.ts'
import { da, en } from './messages.ts'

type OnPaper = {
  filing: { id: number; to: string; from: string; sentAt: string; sectorName: string; themeName: string }
  source: { kind: FiledKind; what: string; on: string; by: string; parts: readonly { heading: string; text: string }[] }
  parties: readonly { name: string; born: string | null }[]
  number: string
}

/** A record as a paper for the sector's case: date, parties and theme first, then its words. For one recipient, with what that one may read. */
export function filingLetter(locale: Locale, municipality: string, { filing, source, parties, number }: OnPaper): Letter {
  const m = pick(locale, { da, en })
  const facts: [string, string][] = [
    [m.paper.date, formatDate(locale, source.on)],
    [m.paper.parties, parties.map((p) => (p.born ? m.paper.party(p.name, formatDate(locale, p.born)) : p.name)).join('; ')],
    [m.paper.theme, filing.themeName],
    [m.paper.what, [m.kinds[source.kind], source.what].filter(Boolean).join(': ')],
    [m.paper.by, source.by],
    [m.paper.from, m.paper.sent(filing.from, formatDate(locale, copenhagenDay(filing.sentAt)))],
  ]
  const blocks: LetterBlock[] = [
    { kind: 'table', columns: [m.paper.about, m.paper.value], rows: facts.filter(([, value]) => value !== '') },
    ...source.parts.flatMap((p): LetterBlock[] => [...(p.heading ? [{ kind: 'heading' as const, text: p.heading }] : []), ...(p.text ? [{ kind: 'text' as const, text: p.text }] : [])]),
    { kind: 'note', text: m.notTheJournal },
  ]
  return {
    locale,
    sender: { name: municipality, lines: ['Helhed'] },
    recipient: { name: filing.to, lines: [filing.sectorName] },
    date: copenhagenDay(filing.sentAt),
    reference: `${number} ${referenceOf(filing.id)}`,
    title: m.paper.title(filing.themeName),
    blocks,
  }
}
