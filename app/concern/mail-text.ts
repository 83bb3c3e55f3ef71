import { type Report, referenceOf } from './concern.ts'

type Mail = { id: number; kind: 'report' | 'addition' | 'overdue'; danger: boolean; url: string; report: Report | null }

/**
 * Mail to the authority's mailbox, in Danish: the reader is an authority. Without a secure mailbox (`report` null) it says that something waits, and
 * under which number: no name, no place, no child.
 */
export function mailText({ id, kind, danger, url, report }: Mail): { subject: string; text: string } {
  const link = `${url}/underretninger/${id}`
  const subject = `${kind === 'overdue' || danger ? 'HASTER: ' : ''}${SUBJECT[kind]} ${referenceOf(id)}`
  return { subject, text: [LINE[kind], ...(report ? bodyOf(report) : []), `Læs den i Helhed: ${link}`].join('\n\n') }
}
const SUBJECT = { report: 'Ny underretning', addition: 'Tilføjelse til underretning', overdue: 'Underretning ikke vurderet' }
const LINE = {
  report: 'Der er kommet en underretning. Den skal vurderes inden for 24 timer.',
  addition: 'Den, der har underrettet, har tilføjet noget.',
  overdue: 'Fristen for at vurdere en underretning er overskredet.',
}
const bodyOf = (report: Report): string[] => [
  `Barnet: ${report.children.map((c) => [c.name, c.cpr, c.where].filter(Boolean).join(', ')).join('; ')}`,
  `Set eller hørt: ${report.seen}`,
  `Hvornår: ${report.when}`,
  `${report.parents === 'told' ? 'Forældrene ved det' : 'Forældrene ved det ikke, fordi'}: ${report.parentsWords || '–'}`,
  ...(report.done ? [`Gjort indtil nu: ${report.done}`] : []),
  ...(report.reach ? [`Kan kontaktes: ${report.reach}`] : []),
]
