import { readCarry } from '#app/assessment/read-situation.server.ts'
import type { Context } from '#app/platform/context.ts'
import { type Draft, findDraft } from '#app/platform/drafts/drafts.server.ts'

/** A number in the address, or null. */
const numberIn = (value: string | null): number | null => (value && /^\d{1,15}$/.test(value) ? Number(value) : null)

type Carries = 'goal' | 'hope' | 'activity'
/** The first values of the form, or what was typed in it since; `name` is the form's draft. */
export type Carried = Draft & { name: string }
/** Each note has a draft of its own, so that the form without a note keeps what was typed there. */
export const carriedDraft = (what: Carries, caseId: number, noteId: unknown): string => `plan.${what}.${caseId}.note-${String(noteId)}`

/**
 * What was said on the family's page (`?note=12`, for an activity also `?tilbud=7`) as the first values of a form: nothing is typed twice.
 * Null when the address names no note. @throws NotFound when the reader may not see it
 */
export async function carriedFrom(ctx: Context, caseId: number, query: URLSearchParams, what: Carries): Promise<Carried | null> {
  const noteId = numberIn(query.get('note'))
  if (noteId === null) return null
  const note = await readCarry(ctx, { caseId, noteId, serviceId: numberIn(query.get('tilbud')) })
  const subjects = note.subjects.map(String)
  const values: Draft['values'] =
    what === 'hope'
      ? {
          words: note.words,
          personId: note.personId === null ? '' : String(note.personId),
          ...(note.onBehalf ? { onBehalfChannel: note.onBehalf.channel, ...dateParts('onBehalfOn', note.onBehalf.on) } : { onBehalfChannel: 'meeting', ...dateParts('onBehalfOn', ctx.today) }),
        }
      : what === 'goal'
        ? { title: note.words, kind: 'own', subjects }
        : { what: note.offer || note.words, offer: note.offer, provider: note.provider, takesPart: subjects, rhythm: 'weekly', goalId: note.goalId === null ? '' : String(note.goalId) }
  const name = carriedDraft(what, caseId, noteId)
  const typed = await findDraft(ctx, name)
  return { values: { ...values, fromNoteId: String(noteId), ...typed?.values }, savedAt: typed?.savedAt ?? ctx.now, name }
}

const dateParts = (name: string, date: string): Record<string, string> => {
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${name}.day`]: String(Number(day)), [`${name}.month`]: String(Number(month)), [`${name}.year`]: year }
}
