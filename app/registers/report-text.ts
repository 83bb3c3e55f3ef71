import { pick } from '#app/platform/i18n/messages.ts'
import { da, en } from './messages.ts'
import type { ImportReport } from './registers.ts'

/** The report as lines for a terminal: every bad row, what became of the others, nothing about persons. */
export function importReportText(r: ImportReport, locale: 'da' | 'en', dryRun: boolean): string {
  const m = pick(locale, { da, en })
  const word = (danish: string, english: string) => (locale === 'da' ? danish : english)
  const bad = new Set(r.issues.map((i) => i.row)).size
  const tally = r.importId === null ? m.would : m.was
  return [
    ...r.issues.map((i) => `${word('række', 'row')} ${i.row}, ${i.field}: ${i.message[locale]}`),
    ...(bad > 0 ? [m.bad(bad)] : []),
    `${m.rows(r.rows)}, ${m.people(r.people, r.families)}`,
    ...(r.unknown > 0 ? [m.unknown(r.unknown)] : []),
    ...(r.tally.before > 0 ? [m.before(r.tally.before)] : []),
    `${tally.written}: ${r.tally.written}. ${tally.replaced}: ${r.tally.replaced}. ${tally.unchanged}: ${r.tally.unchanged}. ${tally.kept}: ${r.tally.kept}`,
    ...(r.differences.length > 0 ? [word('Det skrevne står. Projektlederen kan vælge registrets på siden.', 'What was written stands. The project manager can choose the register’s on the page.')] : []),
    dryRun || r.importId === null ? word('Intet er ændret', 'Nothing was changed') : `${word('Indlæsning', 'Import')} ${r.importId}`,
  ].join('\n')
}
