import { sealFile } from '#app/sector-plans/file-column.server.ts'
import type { Row } from './database.ts'
import { add, coordinatorKey, dayAgo, isAdult, type Making, personId, record, staffId } from './rows.ts'
import type { GoalStory, Key, Said } from './story.ts'

/** A plan that a law asks for. Goals and activities are named by their titles; `goals` are the ones picked out of it. */
export type SectorPlanStory = Said & {
  kind: string
  title?: string
  sector?: string
  stated?: { name: string; sector: string; channel: string }
  /** The pack's code of the department that decides it. */
  department?: string
  caseworker?: Key
  decided?: number
  until?: number
  followUp?: number
  parts?: Record<string, { points: string[] } | { text: string } | 'elsewhere'>
  goals?: string[]
  rests?: boolean
  notNeeded?: string
  /** Lines of the authority's own paper, as a PDF. */
  pdf?: { name: string; lines: string[] }
}

/** What a goal says beside its title, where the story is silent: somebody of those it is about holds on to it, until the spring. */
export function goalDepth(w: Making, goal: GoalStory, level: number): Row {
  const sector = goal.sector ?? goal.stated?.sector ?? 'coordination'
  const area = w.place.pack.lawAreas.find((one) => one.sector === sector)?.code ?? null
  const kind = sector === 'coordination' ? 'own' : 'sector'
  const depth = level > 1 ? {} : wholeDepth(w, goal)
  return { ...(kind === 'sector' ? { law_area: area } : {}), ...depth }
}
function wholeDepth(w: Making, goal: GoalStory): Row {
  const adult = goal.about.find((key) => isAdult(w.story, key))
  const owner =
    goal.sector !== undefined && goal.by !== undefined
      ? { owner_staff_id: staffId(w, goal.by) }
      : goal.stated
        ? { owner_staff_id: staffId(w, coordinatorKey(w.story)) }
        : { owner_person_id: personId(w, goal.member ?? adult ?? goal.about[0]!) }
  const last = w.story.versions?.at(-1)?.followUpAgo ?? -21
  return {
    ...owner,
    aim: goal.aim ?? 'develop',
    ...(goal.numbers ? { start_value: goal.numbers.from, target_value: goal.numbers.to, unit: goal.numbers.unit } : {}),
    start_on: dayAgo(w, goal.ago),
    end_on: dayAgo(w, -130),
    look_on: dayAgo(w, Math.min(last, -3)),
  }
}

/** The sector plans of a story and what the family has in focus; after the plan, whose goals they point at. */
export function sectorPlanRows(w: Making): void {
  const focus = w.story.focus ?? []
  const plan = w.rows.family_plan.find((row) => row['case_id'] === w.caseId)
  if (plan && focus.length > 0) plan['focus_goals'] = focus.map((title) => goalTitled(w, title)['id'])
  for (const [i, one] of (w.story.sectorPlans ?? []).entries()) sectorPlanRow(w, one, i)
}

function sectorPlanRow(w: Making, one: SectorPlanStory, i: number): void {
  const kind = w.place.pack.sectorPlans.find((k) => k.code === one.kind)
  if (!kind) throw new Error(`no sector plan '${one.kind}' in the pack of ${w.place.name}`)
  const id = w.ids.next('sector_plan')
  const about = { about: one.about, ago: one.ago, step: 60 + i, ...(one.by === undefined ? {} : { by: one.by }) }
  add(w, 'sector_plan', {
    ...record(w, { sector: one.sector ?? 'coordination', category: 'plan', ...about }),
    household_shared: false,
    id,
    kind: one.kind,
    title: one.title ?? '',
    law_area: kind.lawArea,
    paragraph: kind.paragraph,
    authority_department_id: one.department === undefined ? null : (w.place.departments[one.department] ?? null),
    caseworker_staff_id: one.caseworker === undefined ? null : staffId(w, one.caseworker),
    decided_on: one.decided === undefined ? null : dayAgo(w, one.decided),
    valid_from: one.decided === undefined ? null : dayAgo(w, one.decided),
    valid_until: one.until === undefined ? null : dayAgo(w, one.until),
    next_follow_up_on: one.followUp === undefined ? null : dayAgo(w, one.followUp),
    contents: Object.fromEntries(Object.entries(one.parts ?? {}).map(([code, part]) => [code, partOf(w, part)])),
    rests_on_holistic: one.rests ?? false,
    not_needed_reason: one.notNeeded ?? '',
    ...(one.stated
      ? { stated_by_name: one.stated.name, stated_by_sector: one.stated.sector, stated_on: dayAgo(w, one.ago), stated_channel: one.stated.channel }
      : {}),
  })
  for (const title of one.goals ?? []) Object.assign(goalTitled(w, title), { sector_plan_id: id })
  if (one.pdf) {
    add(w, 'sector_plan_file', {
      ...record(w, { sector: one.sector ?? 'coordination', category: 'documents', ...about }),
      id: w.ids.next('sector_plan_file'),
      plan_id: id,
      name: one.pdf.name,
      ...sealFile(w.place.municipalityId, smallPdf(one.pdf.lines)),
    })
  }
}

function partOf(w: Making, part: { points: string[] } | { text: string } | 'elsewhere'): Row {
  if (part === 'elsewhere') return { how: 'elsewhere', text: '', goals: [], activities: [] }
  if ('text' in part) return { how: 'text', text: part.text, goals: [], activities: [] }
  const ids = (table: 'goal' | 'activity', name: string) =>
    w.rows[table].filter((row) => row['case_id'] === w.caseId && part.points.includes(String(row[name]))).map((row) => Number(row['id']))
  return { how: 'points', text: '', goals: ids('goal', 'title'), activities: ids('activity', 'what') }
}
function goalTitled(w: Making, title: string): Row {
  const found = w.rows.goal.find((row) => row['case_id'] === w.caseId && row['title'] === title)
  if (!found) throw new Error(`no goal '${title}' in the plan of ${w.story.name}`)
  return found
}
/** A whole PDF of one page with these lines; invented papers only. */
function smallPdf(lines: readonly string[]): Uint8Array {
  const plain = (text: string) => text.replace(/[\\()]/g, '\\$&')
  const text = lines.map((line, i) => `BT /F1 ${i === 0 ? 18 : 11} Tf 60 ${780 - i * 24} Td (${plain(line)}) Tj ET`).join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (da-DK) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(text, 'latin1')} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let out = '%PDF-1.4\n'
  const at = objects.map((body, i) => {
    const start = Buffer.byteLength(out, 'latin1')
    out += `${i + 1} 0 obj\n${body}\nendobj\n`
    return start
  })
  const xref = Buffer.byteLength(out, 'latin1')
  const lineOf = (n: number) => `${String(n).padStart(10, '0')} 00000 n \n`
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${at.map(lineOf).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return new Uint8Array(Buffer.from(out, 'latin1'))
}
