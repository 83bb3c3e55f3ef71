import { randomUUID } from 'node:crypto'
import { type Context, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import type { Rights } from '#app/plan/queries.server.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import { isOpen, type Meeting } from './meeting.ts'
import { findMeeting } from './queries.server.ts'

/** Who arranges meetings: coordinators of the family and the project manager, while the case is open. */
export const arranges = (r: Rights): boolean => r.staff && r.coordination && r.writes
/** Who may say who comes and what is talked about: those who arrange, and every member of the family (MEET-14). */
export const takesPart = (r: Rights): boolean => arranges(r) || (!r.staff && r.writes)
export const onMeeting = onCase

/** One field, wrong for a reason that only the database knows. */
export const wrong = (field: string, da: string, en: string): Invalid => new Invalid([{ field, message: { da, en } }])

/** A meeting that may still be changed. @throws NotFound, Invalid when it was held or cancelled */
export async function openMeeting(tx: Tx, caseId: number, meetingId: number): Promise<Meeting> {
  const meeting = await findMeeting(tx, caseId, meetingId)
  if (!meeting) throw new NotFound('meeting')
  if (!isOpen(meeting)) throw wrong('', 'Mødet er holdt eller aflyst', 'The meeting was held or cancelled')
  return meeting
}

/** Columns of a new record about a meeting. A member's is about those of the meeting whom they speak for, and the member where that is not everybody. */
export async function recordOf(tx: Tx, ctx: Context, meeting: Pick<Meeting, 'caseId' | 'subjects'>) {
  const rights = await rightsOf(tx, ctx, meeting.caseId)
  const mine = meeting.subjects.filter((id) => rights.speak.includes(id))
  const all = rights.staff || mine.length === meeting.subjects.length
  return {
    municipality_id: ctx.municipalityId,
    case_id: meeting.caseId,
    sector: 'coordination',
    category: 'meetings',
    visibility: 'family',
    subjects: all ? meeting.subjects : [...new Set([...mine, ctx.actor.id])],
  }
}

type Behalf = { onBehalfOf?: number | null | undefined; onBehalfChannel: string; onBehalfOn?: string | null | undefined }
/**
 * "På vegne af": staff who write a member's word say whose, how and when; a member writes their own.
 * @throws Invalid when something of it is missing or whose word it is does not belong to the meeting
 */
export function behalfColumns(ctx: Context, input: Behalf, people: readonly number[]) {
  if (ctx.actor.kind === 'member' || !input.onBehalfOf) return {}
  if (!people.includes(input.onBehalfOf)) throw wrong('onBehalfOf', 'Vælg en fra familien', 'Choose somebody of the family')
  if (input.onBehalfChannel === '' || !input.onBehalfOn)
    throw wrong('onBehalfChannel', 'Skriv, hvordan og hvornår det blev sagt', 'Write how and when it was said')
  if (input.onBehalfOn > ctx.today) throw wrong('onBehalfOn', 'Datoen kan ikke ligge i fremtiden', 'The date cannot be in the future')
  return { on_behalf_of_person: input.onBehalfOf, on_behalf_channel: input.onBehalfChannel, on_behalf_on: input.onBehalfOn }
}

/** Says nothing about anybody; the same in every calendar for as long as the meeting lives. */
export const newUid = (): string => `${randomUUID()}@helhed`
