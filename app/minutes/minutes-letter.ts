import { ownerText } from '#app/agreements/words.ts'
import type { Locale } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import type { Letter, LetterBlock } from '#app/platform/letters/letter.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { formatDate, formatShortDate, formatTime } from '#app/platform/time/format.ts'
import type { MinutesContent, MinutesPoint, TookPart } from './minutes.ts'
import { minutesTexts } from './words.ts'

/** Minutes on their way to named recipients: `recipients` may hold '' for a name that is not known. */
export type MinutesPaper = MinutesContent & {
  municipality: string
  today: string
  meeting: { startsAt: string; minutes: number }
  recipients: string[]
}

/** The minutes as a letter (PDF/UA): who was there, what was said, what was agreed by whom and when, what to think over, what they said to it. */
export function minutesLetter(locale: Locale, paper: MinutesPaper): Letter {
  const m = minutesTexts(locale)
  const names = joinList(locale, paper.recipients.filter(Boolean))
  const of = (kind: MinutesPoint['kind'][]) => paper.points.filter((p) => kind.includes(p.kind))
  return {
    locale,
    sender: { name: paper.municipality, lines: [] },
    date: paper.today,
    title: m.paperTitle(formatDate(locale, copenhagenDay(paper.meeting.startsAt)), formatTime(locale, paper.meeting.startsAt)),
    blocks: [
      ...(names ? [{ kind: 'note' as const, text: m.madeFor(names) }] : []),
      ...takingPart(locale, paper.tookPart),
      ...of(['point', 'child']).flatMap((p): LetterBlock[] => [{ kind: 'heading', text: p.title || m.otherPoint }, ...(p.kind === 'child' ? [{ kind: 'quote' as const, text: p.words }] : paragraphs(p.words))]),
      ...agreed(locale, paper),
      ...listed(m.reflections, of(['reflection'])),
      ...listed(m.decisions, of(['decision'])),
      ...answers(locale, paper),
      { kind: 'note', text: m.wrongHint },
    ],
  }
}

const paragraphs = (words: string): LetterBlock[] => words.split(/\n{2,}/).filter(Boolean).map((text) => ({ kind: 'text', text }))
const listed = (heading: string, points: readonly MinutesPoint[]): LetterBlock[] =>
  points.length === 0 ? [] : [{ kind: 'heading', text: heading }, { kind: 'list', items: points.map((p) => [p.title, p.words].filter(Boolean).join(': ')) }]

function takingPart(locale: Locale, all: readonly TookPart[]): LetterBlock[] {
  const m = minutesTexts(locale)
  const there = all.filter((t) => t.present)
  const sent = all.filter((t) => !t.present && t.contribution !== '')
  return [
    ...(there.length === 0 ? [] : [{ kind: 'heading' as const, text: m.whoWasThere }, { kind: 'list' as const, items: there.map((t) => personLine(locale, t)) }]),
    ...sent.map((t): LetterBlock => ({ kind: 'text', text: m.sentInstead(t.name || m.somebody, t.contribution) })),
  ]
}
/** "Anna Holm, koordinator, fulgtes med Mette" (LOG-06). */
export function personLine(locale: Locale, t: Pick<TookPart, 'name' | 'role' | 'how' | 'along' | 'interpreter' | 'personId'>): string {
  const m = minutesTexts(locale)
  const along = t.along && t.along.name ? (t.personId === null && t.role !== '' ? m.along(t.along.name) : m.companion(t.along.name)) : ''
  return [t.name || m.somebody, t.role.toLocaleLowerCase(locale), t.interpreter ? m.interpreter : '', t.how === 'seat' ? '' : (m.how[t.how] ?? ''), along].filter(Boolean).join(', ')
}

function agreed(locale: Locale, { agreements, today }: MinutesPaper): LetterBlock[] {
  const m = minutesTexts(locale)
  if (agreements.length === 0) return []
  return [
    { kind: 'heading', text: m.agreements },
    {
      kind: 'table',
      columns: [m.colWhat, m.colWho, m.colWhen],
      rows: agreements.map((a) => [a.heardBy ? `”${a.what}”` : a.what, ownerText(locale, a, null), formatShortDate(locale, a.dueOn, today)]),
    },
  ]
}

function answers(locale: Locale, { answers: given }: MinutesPaper): LetterBlock[] {
  const m = minutesTexts(locale)
  const said = given.filter((a) => a.words !== '' && a.answer !== 'confirmed')
  if (said.length === 0) return []
  return [
    { kind: 'heading', text: m.saidToIt },
    ...said.map((a): LetterBlock => ({ kind: 'quote', text: a.words, by: `${a.name || m.somebody}, ${m.answerSaid[a.answer]}` })),
  ]
}
