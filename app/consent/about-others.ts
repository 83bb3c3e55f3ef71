import { z } from 'zod'
import { Conflict } from '#app/platform/context.ts'

/*
 * Free text is where walls leak: a note about Ida that tells of Mette is read by everybody who may read about Ida. A text that names a
 * member outside its subjects is therefore asked about, once: "Handler det også om Mette?"
 */

export type Named = { id: number; firstName: string }

/** Which people, of those not among the subjects, the text names: by first name, as a word, also in the genitive ("Mettes", "Jonas'"). */
export function namesOutside(text: string, subjects: readonly number[], people: readonly Named[]): Named[] {
  const inside = people.filter((p) => subjects.includes(p.id)).map((p) => p.firstName.toLocaleLowerCase('da'))
  return people.filter(
    (p) =>
      p.firstName.length > 1 &&
      !subjects.includes(p.id) &&
      // Two people of one name: it is the one the text is about already.
      !inside.includes(p.firstName.toLocaleLowerCase('da')) &&
      asWord(p.firstName).test(text),
  )
}
const asWord = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:s|'s?|’s?)?(?![\\p{L}\\p{N}])`, 'u')

/** The answer to the question, as the form sends it: not asked yet, "no", or the ids of those it is about as well. */
export const AboutOthers = z.union([z.string(), z.array(z.string())]).nullish()
export type AboutOthers = z.output<typeof AboutOthers>

/**
 * The subjects a record gets. Put it into a verb before writing: `subjects = subjectsAfterAsking({ texts: [input.title], subjects,
 * people, aboutOthers: input.aboutOthers })`,
 * and `<AboutOthersQuestion>` into its form.
 * @throws Conflict 'about-somebody-else' with `theirs` the named people, when nobody has answered yet
 */
export function subjectsAfterAsking({
  texts,
  subjects,
  people,
  aboutOthers,
}: {
  texts: readonly string[]
  subjects: readonly number[]
  people: readonly Named[]
  aboutOthers: AboutOthers
}): number[] {
  const named = namesOutside(texts.join('\n'), subjects, people)
  if (named.length === 0) return [...subjects]
  const answer = (Array.isArray(aboutOthers) ? aboutOthers : aboutOthers ? aboutOthers.split(',') : [])
    .map((a) => a.trim())
    .filter((a) => a !== '')
  if (answer.length === 0) throw new Conflict('about-somebody-else', { theirs: named.map(({ id, firstName }) => ({ id, firstName })) })
  return [...new Set([...subjects, ...named.filter((p) => answer.includes(String(p.id))).map((p) => p.id)])]
}

/** The people of the question, out of what an action gave back; null when it was about something else. */
export function askedAbout(conflict: { code: string; theirs?: unknown } | null | undefined): Named[] | null {
  if (conflict?.code !== 'about-somebody-else') return null
  const people = z.array(z.object({ id: z.number(), firstName: z.string() })).safeParse(conflict.theirs)
  return people.success ? people.data : null
}
