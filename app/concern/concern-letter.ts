import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import type { Letter, LetterBlock } from '#app/platform/letters/letter.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { formatDate, formatInstant } from '#app/platform/time/format.ts'
import { type Child, type Report, referenceOf } from './concern.ts'
import { da, en } from './messages.ts'

type Said = { by: string; at: string; text: string }
type OnPaper = {
  concern: { id: number; author: string; reportedAt: string; assessBy: string; danger: boolean }
  report: Report
  additions: readonly Said[]
  assessments: readonly (Said & { result: string })[]
  results: readonly { code: string; label: string }[]
  may: { assess: boolean }
}

/** A notification as a letter to the authority: what was written, unchanged, then what was added. The assessments only for those who assess. */
export function concernLetter(locale: Locale, municipality: string, d: OnPaper): Letter {
  const { one: m, paper } = pick(locale, { da, en })
  const { concern, report } = d
  const blocks: LetterBlock[] = [
    { kind: 'note', text: paper.confidential },
    { kind: 'text', text: `${m.written(concern.author, formatInstant(locale, concern.reportedAt))}. ${paper.clock(formatInstant(locale, concern.assessBy))}` },
    ...(concern.danger ? [{ kind: 'text' as const, text: m.danger }] : []),
    { kind: 'heading', text: m.children },
    { kind: 'list', items: report.children.map((c) => childLine(locale, c)) },
    ...part(m.seen, report.seen),
    ...part(m.when, report.when),
    ...part(m.parents, `${report.parents === 'told' ? m.told : m.notTold}${report.parentsWords ? `: ${report.parentsWords}` : ''}`),
    ...part(m.done, report.done),
    ...part(m.reach, report.reach),
    ...d.additions.flatMap((a) => part(`${m.additions}: ${m.saidBy(a.by, formatInstant(locale, a.at))}`, a.text)),
    ...(d.may.assess ? d.assessments : []).flatMap((a) =>
      part(`${m.assessments}: ${m.saidBy(a.by, formatInstant(locale, a.at))}`, `${d.results.find((r) => r.code === a.result)?.label ?? a.result}. ${a.text}`),
    ),
  ]
  return { locale, sender: { name: municipality, lines: [] }, date: copenhagenDay(concern.reportedAt), reference: referenceOf(concern.id), title: paper.title, blocks }
}
const part = (heading: string, text: string): LetterBlock[] => (text === '' ? [] : [{ kind: 'heading', text: heading }, { kind: 'text', text }])
const childLine = (locale: Locale, c: Child): string =>
  [c.name, c.born && pick(locale, { da, en }).one.born(formatDate(locale, c.born)), c.cpr && `CPR ${c.cpr.slice(0, 6)}-${c.cpr.slice(6)}`, c.where].filter(Boolean).join(', ')
