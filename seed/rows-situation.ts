import type pg from 'pg'
import { insertRows, type Row } from './database.ts'
import type { Place } from './place.ts'
import { add, coordinatorKey, dayAgo, familyKeys, type Making, personId, record } from './rows.ts'
import type { Key } from './story.ts'
import { addMonths } from '#app/platform/time/plain-date.ts'

type Channel = 'phone' | 'paper' | 'meeting'
type NoteStory = {
  /** Null: the whole family. */
  about: Key | null
  part: string
  aspect?: 'social' | 'health' | 'work'
  words: string
  ago: number
  /** Written in the portal by this member. */
  member?: Key
  /** Said by the one it is about, written down by the coordinator. */
  said?: Channel
  by?: Key
  sector?: string
  /** Who else it is about. */
  also?: Key[]
  heardBy?: string
  quoted?: { authority: string; ago: number }
  stated?: { name: string; sector: string; channel: Channel }
  labels?: string[]
  levels?: Record<string, number>
  follow?: boolean
  /** Title of the goal, or words of the hope, that it became. */
  became?: string
}
type ScaleStory = {
  about: Key
  value: number
  ago: number
  member?: Key
  /** The member who said it, written down by staff. */
  who?: Key
  said?: Channel
  by?: Key
  notLower?: string
  oneUp?: string
}
export type SituationStory = {
  notes: NoteStory[]
  scales?: ScaleStory[]
  methods?: { method: string; reason: string; ago: number; ended?: { ago: number; reason: string } }[]
  forms?: {
    about: Key
    kind: string
    by: Key
    sector: string
    authority: string
    ago: number
    answers: Record<string, string>
    conclusion: string
    concludedAgo?: number
  }[]
}

/** The family's page: notes in its own words first, numbers, methods, full forms; and what of it stood when a version of the plan was agreed. */
export function situationRows(w: Making): void {
  const s = w.story.situation
  if (!s) return
  const listed: { table: string; id: number; ago: number }[] = []
  for (const [i, note] of s.notes.entries()) listed.push({ table: 'situation_note', id: noteRow(w, note, i), ago: note.ago })
  for (const [i, scale] of (s.scales ?? []).entries()) listed.push({ table: 'situation_scale', id: scaleRow(w, scale, i), ago: scale.ago })
  for (const m of s.methods ?? [])
    add(w, 'method_choice', {
      ...record(w, { category: 'assessment', about: familyKeys(w.story), ago: m.ago }),
      method: m.method,
      reason: m.reason,
      chosen_on: dayAgo(w, m.ago),
      ended_on: m.ended ? dayAgo(w, m.ended.ago) : null,
      ended_reason: m.ended?.reason ?? null,
    })
  for (const f of s.forms ?? [])
    add(w, 'assessment_form', {
      ...record(w, { sector: f.sector, category: 'assessment', about: [f.about], ago: f.ago, by: f.by }),
      person_id: personId(w, f.about),
      kind: f.kind,
      authority: f.authority,
      answers: f.answers,
      conclusion: f.conclusion,
      concluded_on: f.concludedAgo === undefined ? null : dayAgo(w, f.concludedAgo),
    })
  for (const [i, version] of (w.story.versions ?? []).entries()) {
    const row = w.rows.plan_version[i]
    for (const one of listed.filter((l) => l.ago >= version.ago))
      add(w, 'situation_version_record', { case_id: w.caseId, version_id: row?.['id'], table_name: one.table, record_id: one.id, revision: 1 })
  }
}

function noteRow(w: Making, n: NoteStory, i: number): number {
  const id = w.ids.next('situation_note')
  const about = [...(n.about === null ? familyKeys(w.story) : [n.about]), ...(n.also ?? [])]
  const person = n.about === null ? null : personId(w, n.about)
  add(w, 'situation_note', {
    ...record(w, {
      sector: n.sector ?? 'coordination',
      category: n.aspect === 'health' ? 'health' : 'assessment',
      about,
      ago: n.ago,
      step: i,
      ...(n.by === undefined ? {} : { by: n.by }),
      ...(n.member === undefined ? {} : { member: n.member }),
    }),
    id,
    person_id: person,
    part: n.part,
    aspect: n.aspect ?? null,
    words: n.words,
    labels: n.labels ?? [],
    levels: n.levels ?? {},
    follow: n.follow ?? false,
    ...(n.heardBy ? { heard_by: n.heardBy, heard_on: dayAgo(w, n.ago) } : {}),
    ...(n.said ? { on_behalf_of_person: person, on_behalf_channel: n.said, on_behalf_on: dayAgo(w, n.ago) } : {}),
    ...(n.quoted ? { quoted_authority: n.quoted.authority, quoted_on: dayAgo(w, n.quoted.ago) } : {}),
    ...(n.stated
      ? { stated_by_name: n.stated.name, stated_by_sector: n.stated.sector, stated_channel: n.stated.channel, stated_on: dayAgo(w, n.ago) }
      : {}),
  })
  if (n.became !== undefined) {
    const found = [...w.rows.goal.map((g) => [g, 'title'] as const), ...w.rows.hope.map((h) => [h, 'words'] as const)].find(([row, field]) => row[field] === n.became)
    if (!found) throw new Error(`family ${w.story.name}: nothing in the plan is called '${n.became}'`)
    found[0]['from_note_id'] = id
  }
  return id
}

function scaleRow(w: Making, s: ScaleStory, i: number): number {
  const id = w.ids.next('situation_scale')
  const who = s.member ?? s.who
  add(w, 'situation_scale', {
    ...record(w, {
      category: 'assessment',
      about: [s.about],
      ago: s.ago,
      step: 40 + i,
      ...(s.by === undefined ? {} : { by: s.by }),
      ...(s.member === undefined ? {} : { member: s.member }),
    }),
    id,
    person_id: personId(w, s.about),
    value: s.value,
    said_by_person: who === undefined ? null : personId(w, who),
    said_by: who === undefined ? (w.place.staff[s.by ?? coordinatorKey(w.story)]?.name ?? '') : '',
    said_on: dayAgo(w, s.ago),
    not_lower: s.notLower ?? '',
    one_up: s.oneUp ?? '',
    ...(s.who !== undefined && s.member === undefined
      ? { on_behalf_of_person: personId(w, s.who), on_behalf_channel: s.said ?? 'meeting', on_behalf_on: dayAgo(w, s.ago) }
      : {}),
  })
  return id
}

/** A version lists a note with the shelf it lies on, which the database chose. */
export async function insertRemembered(client: pg.ClientBase, rows: readonly Row[]): Promise<void> {
  await client.query(
    `insert into situation_version_record (municipality_id, case_id, version_id, table_name, record_id, revision, shelf_id)
    select p.municipality_id, p.case_id, p.version_id, p.table_name, p.record_id, p.revision, coalesce(n.shelf_id, s.shelf_id)
      from jsonb_populate_recordset(null::situation_version_record, $1) p
      left join situation_note n on p.table_name = 'situation_note' and n.municipality_id = p.municipality_id and n.id = p.record_id
      left join situation_scale s on p.table_name = 'situation_scale' and s.municipality_id = p.municipality_id and s.id = p.record_id`,
    [JSON.stringify(rows)],
  )
}

/** How the project works: its methods with their reasons, and the day the principles were agreed. */
export async function projectWayRows(client: pg.ClientBase, place: Place, today: string): Promise<void> {
  const manager = Object.entries(place.staff).find(([key]) => key === 'projektleder')?.[1]
  if (!manager) return
  const m = { municipality_id: place.municipalityId, project_id: place.projectId }
  const methods: [string, string, number][] = [
    ['signs-of-safety', 'Familien selv svarer på, hvad der bekymrer, og hvad der virker. Vi kan bruge de samme tre spørgsmål alle steder.', 16],
    ['solution-focused', 'Vi leder efter det, der allerede lykkes. Det kan alle fem afdelinger lære på to dage.', 16],
    ['relational-coordination', 'Afdelingerne er afhængige af hinanden. Vi mødes om fælles mål i stedet for at sende breve.', 11],
  ]
  await insertRows(
    client,
    'project_method',
    methods.map(([method, reason, months]) => ({ ...m, method, reason, chosen_by: manager.id, chosen_on: addMonths(today, -months) })),
  )
  if (place.pack.principles.length > 0)
    await insertRows(client, 'principles_agreed', [
      { ...m, agreed_on: addMonths(today, -15), agreed_by: 'styregruppen, de fem afdelinger og to forældre', written_by: manager.id },
    ])
}
