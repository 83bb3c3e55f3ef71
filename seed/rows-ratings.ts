import { isAsked, type Rater } from '#app/ratings/ratings.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import { addDays, addMonths, daysBetween, startOfMonth } from '#app/platform/time/plain-date.ts'
import { add, dayAgo, familyKeys, type Making, personId, record } from './rows.ts'

/* Own numbers of a family that has begun: low at first, a dip, better since. Whoever has no phone told it by telephone. Nothing is said yet this month. */

const WORDS = ['Jeg sover lidt bedre', 'Det har været en hård uge', 'Vi var ude at gå hver dag', 'Jeg tør tage telefonen igen']

export function ratingRows(w: Making): void {
  const { decided, registered, closed } = w.story
  if (decided?.decision !== 'accepted' || !registered || closed) return
  const began = dayAgo(w, decided.ago)
  const questions = inForce(w.place.pack.ratingQuestions, w.today)
  const last = Math.min(registered, 12)
  for (const key of familyKeys(w.story)) {
    const person: Rater = { id: personId(w, key), name: key, born: w.born[key] ?? null, unborn: w.story.people[key]?.kind === 'unborn' }
    for (const question of questions) {
      const draw = drawn(`${w.story.name}.${key}.${question.code}`)
      for (let back = 1; back <= last; back++) {
        const month = addMonths(startOfMonth(w.today), -back)
        const on = [addDays(month, 9 + (draw % 12)), addDays(began, 4)].toSorted().at(-1)!
        if (!on.startsWith(month.slice(0, 7)) || !isAsked(question, person, on) || (draw + back) % 7 === 0) continue
        ratingRow(w, key, { question: question.code, on, value: valueOf(draw, daysBetween(began, on) / 30), words: back < 3 && draw % 3 === 0 ? WORDS[draw % WORDS.length]! : '' })
      }
    }
  }
}

function ratingRow(w: Making, key: string, r: { question: string; on: string; value: number; words: string }): void {
  const channel = w.story.people[key]?.channel
  const told = channel === 'letter' || channel === 'phone' || (w.story.people[key]?.age ?? 0) < 15
  const how = !told ? 'portal' : channel === 'phone' || channel === 'letter' ? 'phone' : 'paper'
  add(w, 'rating', {
    ...record(w, { category: 'progression', about: [key], ago: daysBetween(r.on, w.today), ...(told ? {} : { member: key }) }),
    household_shared: false,
    person_id: personId(w, key),
    question: r.question,
    value: r.value,
    words: r.words,
    rated_on: r.on,
    month: startOfMonth(r.on),
    how,
    ...(told ? { on_behalf_of_person: personId(w, key), on_behalf_channel: how, on_behalf_on: r.on } : {}),
  })
}

/** A small number that is the same every time for the same words. */
const drawn = (text: string): number => text.split('').reduce((n, c) => (n * 31 + c.charCodeAt(0)) % 9973, 7)
/** @param since months since the family came */
const valueOf = (draw: number, since: number): number => Math.max(0, Math.min(10, Math.round(3 + (draw % 3) + Math.max(0, since - 2) * 0.35 - (since > 1 && since < 2.6 && draw % 2 === 0 ? 1.6 : 0) + ((draw + Math.round(since) * 5) % 3) - 1)))
