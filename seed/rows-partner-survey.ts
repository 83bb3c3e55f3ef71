import { createHash } from 'node:crypto'
import type pg from 'pg'
import { inForce } from '#app/catalogue/pack-item.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { insertRow, insertRows } from './database.ts'
import type { Place } from './place.ts'

/* Two rounds to Hedensted's partners that are over: enough answered both times, a few more say yes the second time. Every partner is invented. */

const ASSOCIATIONS = ['Tørring Boldklub', 'Spejderne ved åen', 'Uldum Håndbold', 'Musikskolens venner', 'Rårup Gymnastik', 'Hedensted Svømmeklub']
const VOLUNTEERS = ['Lektiecaféen', 'Mentor Karla', 'Besøgsvennerne', 'Cykelværkstedet']
const COMPANIES = ['Bageren på Torvet', 'Lindved Planteskole', 'Løsning Autoværksted', 'Kirkeby Brugs']
const ROUNDS = [
  { ago: 210, answers: [3, 4, 2, 3, 3, 4, 2, 3, 4], words: ['Vi hører først noget, når alt er bestemt'] },
  { ago: 40, answers: [4, 4, 3, 5, 4, 4, 2, 4, 3, 5, 4], words: ['Det er blevet nemmere at ringe', 'Vi vil gerne med til mødet, når det handler om træningen'] },
] as const

export async function writePartnerSurveys(client: pg.Client, place: Place, today: string): Promise<void> {
  const by = place.staff['projektleder']?.id
  if (place.code !== 'hedensted' || !by) return
  const m = { municipality_id: place.municipalityId }
  const questions = inForce(place.pack.partnerQuestions, today).map(({ code, label, text, low, high, goal }) => ({ code, label, text, low, high, goal }))
  for (const round of ROUNDS) {
    const day = (after: number) => addDays(today, after - round.ago)
    const survey_id = await insertRow(client, 'partner_survey', { ...m, project_id: place.projectId, questions, opened_on: day(0), closes_on: day(21), closed_on: day(21), least: 5, opened_by: by })
    const partners = [...ASSOCIATIONS.map((name) => ({ name, kind: 'association' })), ...VOLUNTEERS.map((name) => ({ name, kind: 'volunteer' })), ...COMPANIES.map((name) => ({ name, kind: 'company' }))]
    await insertRows(client, 'partner_link', partners.map((p, i) => ({
      ...m,
      survey_id,
      ...p,
      address: `partner${i + 1}@partnere.example`,
      token_hash: `\\x${createHash('sha256').update(`nobody holds this one ${survey_id} ${i}`).digest('hex')}`,
      answered: i < round.answers.length,
    })))
    await insertRows(client, 'partner_answer', round.answers.map((value, i) => ({
      ...m,
      survey_id,
      answers: Object.fromEntries(questions.map((q, k) => [q.code, Math.max(1, Math.min(5, value + ((i + k) % 3) - (k === 0 ? (i + k) % 3 : 1)))])),
      words: round.words[i] ?? '',
    })))
  }
}
