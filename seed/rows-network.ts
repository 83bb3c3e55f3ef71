import { add, dayAgo, isAdult, type Making, personId, record, staffId } from './rows.ts'
import type { Key, SpellStory } from './story.ts'

/** What each lives on and goes to, how each is drawn, ties and wishes for the next meeting. */
export function networkRows(w: Making): void {
  const { story } = w
  for (const [key, p] of Object.entries(story.people)) {
    if (p.sex) add(w, 'person_shape', { person_id: personId(w, key), shape: p.sex === 'female' ? 'circle' : 'square' })
  }
  earlierHomes(w)
  const spells = new Map<string, number>()
  for (const [i, spell] of (story.spells ?? usualSpells(w)).entries()) {
    const id = w.ids.next('spell')
    if (spell.key) spells.set(spell.key, id)
    // Written down when the family was taken in, or when it began, whichever came last.
    const written = Math.min(spell.starts, story.decided?.ago ?? story.referred.ago)
    add(w, 'spell', {
      ...record(w, { category: 'progression', about: [spell.who], ago: Math.max(written, 0), step: 60 + i }),
      id,
      person_id: personId(w, spell.who),
      kind: spell.kind,
      status: spell.status ?? '',
      what: spell.what ?? '',
      place: spell.place ?? '',
      minutes_per_week: spell.minutes ?? null,
      started_on: dayAgo(w, spell.starts),
      ended_on: spell.ends === undefined ? null : dayAgo(w, spell.ends),
      end_reason: spell.ends === undefined ? '' : (spell.why ?? ''),
    })
  }
  for (const [i, tie] of (story.ties ?? []).entries()) {
    const to = tie.to in story.people ? { to_person: personId(w, tie.to) } : spells.has(tie.to) ? { to_spell: spells.get(tie.to) } : { to_staff: staffId(w, tie.to) }
    add(w, 'tie', {
      ...record(w, { category: 'assessment', about: [tie.says], ago: tie.ago, step: 80 + i, ...(tie.member ? { member: tie.says } : {}) }),
      household_shared: false,
      said_by: personId(w, tie.says),
      said_on: dayAgo(w, tie.ago),
      from_person: personId(w, tie.from ?? tie.says),
      ...to,
      strength: tie.strength,
      strained: tie.strained ?? false,
      words: tie.words ?? '',
      ...behalf(w, tie.says, tie.ago, tie.member),
    })
  }
  for (const [i, wish] of (story.wishes ?? []).entries()) {
    add(w, 'meeting_wish', {
      ...record(w, { category: 'meetings', about: [wish.who], ago: wish.ago, step: 95 + i, ...(wish.member ? { member: wish.who } : {}) }),
      wished_by: personId(w, wish.who),
      wished_on: dayAgo(w, wish.ago),
      ...(wish.about in story.people ? { about_person: personId(w, wish.about) } : { about_staff: staffId(w, wish.about) }),
      answer: wish.answer,
      ...behalf(w, wish.who, wish.ago, wish.member),
    })
  }
}
const behalf = (w: Making, who: Key, ago: number, member: boolean | undefined) =>
  member ? {} : { on_behalf_of_person: personId(w, who), on_behalf_channel: 'meeting', on_behalf_on: dayAgo(w, ago) }

function earlierHomes(w: Making): void {
  for (const home of w.story.earlierHomes ?? []) {
    const id = w.ids.next('household')
    const since = { valid_from: dayAgo(w, home.from), valid_until: dayAgo(w, home.until) }
    add(w, 'household', { id, case_id: w.caseId, name: home.name, ...since })
    for (const key of home.members)
      add(w, 'household_member', { household_id: id, case_id: w.caseId, person_id: personId(w, key), ...since })
  }
}

/** Where a story says nothing: the adults live on cash benefit, the children go to day care or school. Drawn from the names, so that it stays the same. */
function usualSpells(w: Making): SpellStory[] {
  const { story } = w
  return Object.entries(story.people).flatMap(([key, p], i): SpellStory[] => {
    if ((p.role ?? 'family') !== 'family' || p.age === undefined) return []
    const days = p.age * 365 + (p.days ?? 120)
    if (isAdult(story, key))
      return [{ who: key, kind: 'benefit', status: 'cash-benefit-activity-ready', starts: story.referred.ago + 300 + ((story.name.length * 53 + i * 97) % 500) }]
    if (p.age >= 6) return [{ who: key, kind: 'school', what: `${Math.min(p.age - 6, 9)}. klasse`, starts: Math.min(days - 6 * 365, 470) }]
    return p.age >= 1 ? [{ who: key, kind: 'day-care', what: p.age < 3 ? 'Dagpleje' : 'Børnehave', starts: Math.max(days - Math.max(p.age < 3 ? 1 : 3, 1) * 365, 20) }] : []
  })
}
