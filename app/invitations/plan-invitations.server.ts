import { createHash, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { casePack } from '#app/catalogue/queries.server.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import type { Context } from '#app/platform/context.ts'
import { encrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys } from '#app/platform/crypto/keys.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/jobs/enqueue.server.ts'
import { deliverMessage } from '#app/platform/messages/deliver.server.ts'
import { bodyAad, type Channel } from '#app/platform/messages/message.ts'
import { composed, eventFor, type Recipient, type Step, timeOf, toldBy } from './compose.ts'
import type { InvitedMeeting, InvitedParticipant, PlannedInvitation } from './invitation.ts'
import { contactOf, firstNames, municipalityName } from './queries.server.ts'

/** How one participant is reached, and what they heard last. */
export type Route = {
  participant_id: number
  channel: Channel
  locale: 'da' | 'en'
  blocked: boolean
  quiet: boolean
  bare: boolean
  by_link: boolean
  about: number[]
  method: 'request' | 'cancel' | null
  sequence: number | null
  state: string | null
}
type Common = { meeting: InvitedMeeting; today: string; municipality: string; contact: Recipient['contact']; names: Map<number, string>; pack: Awaited<ReturnType<typeof casePack>> }

/**
 * Plans what each participant must hear about a new, changed or cancelled meeting, in the same transaction: call it with the meeting as it now
 * stands and all its participants, withdrawn ones too. Called twice for one state, it sends once. Each gets a file of their own, built after the shields.
 * Never tell a member what became of others: that somebody is shielded is known to staff only.
 */
export async function planInvitations(tx: Tx, ctx: Context, meeting: InvitedMeeting, participants: readonly InvitedParticipant[]): Promise<PlannedInvitation[]> {
  const { rows } = await sql<Route>`select * from access.invitation_routes(${meeting.id})`.execute(tx)
  const routes = new Map(rows.map((r) => [r.participant_id, r]))
  const common: Common = {
    meeting,
    today: ctx.today,
    municipality: await municipalityName(tx, ctx.municipalityId),
    contact: await contactOf(tx, meeting.caseId, ctx.today),
    names: await firstNames(tx, [...new Set(rows.flatMap((r) => r.about))]),
    pack: await casePack(tx, meeting.caseId),
  }
  const planned: PlannedInvitation[] = []
  for (const p of participants) {
    const route = routes.get(p.id)
    planned.push({ participantId: p.id, result: route ? await planOne(tx, ctx, common, p, route) : 'no-way' })
  }
  return planned
}

/** What the recipient was told: the time in the open, the rest as a fingerprint, so that the place is kept nowhere else. */
function stateOf(m: InvitedMeeting, p: InvitedParticipant, quiet: boolean): string {
  const time = timeOf(m, p)
  const rest = createHash('sha256').update(JSON.stringify([m.uid, m.place, m.videoLink, p.how, quiet])).digest('hex').slice(0, 16)
  return `${time.startsAt} ${time.minutes} ${rest}`
}
const timeIn = (state: string): { startsAt: string; minutes: number } => {
  const [startsAt = '', minutes = '0'] = state.split(' ')
  return { startsAt, minutes: Number(minutes) }
}
const sameTime = (a: string, b: string): boolean => a.split(' ').slice(0, 2).join(' ') === b.split(' ').slice(0, 2).join(' ')

async function planOne(tx: Tx, ctx: Context, c: Common, p: InvitedParticipant, route: Route): Promise<PlannedInvitation['result']> {
  const invited = route.method === 'request' && route.state !== null
  const over = p.withdrawnAt !== null || c.meeting.cancelledAt !== null
  if (over || route.blocked) {
    if (invited) await send(tx, ctx, c, p, route, 'meeting-cancelled', timeIn(route.state ?? ''), route.state ?? '')
    return route.blocked && !over ? 'shielded' : invited ? 'cancelled' : 'unchanged'
  }
  if (route.bare) return 'no-way'
  const state = stateOf(c.meeting, p, route.quiet)
  if (invited && route.state === state) return 'unchanged'
  await send(tx, ctx, c, p, route, invited ? 'meeting-changed' : 'meeting', timeOf(c.meeting, p), state)
  return invited ? 'changed' : 'invited'
}

async function send(tx: Tx, ctx: Context, c: Common, p: InvitedParticipant, route: Route, step: Step, time: { startsAt: string; minutes: number }, state: string): Promise<void> {
  const cancelled = step === 'meeting-cancelled'
  const sequence = route.sequence === null ? c.meeting.sequence : Math.max(c.meeting.sequence, route.sequence + 1)
  const told = toldBy(c.pack, c.today, c.meeting, p.requiredBy)
  const token = route.by_link && !cancelled ? newLinkToken() : null
  const recipient: Recipient = {
    locale: route.locale,
    quiet: route.quiet,
    token: token ?? (route.by_link ? '' : null),
    page: 'staffId' in p.who ? '/moeder' : `/min/moeder/${c.meeting.id}`,
    about: 'staffId' in p.who ? [] : route.about.flatMap((id) => c.names.get(id) ?? []),
    municipality: c.municipality,
    contact: c.contact,
  }
  const event = eventFor(c.meeting, time, sequence, recipient, cancelled)
  const calendar = route.channel === 'email' ? { method: cancelled ? ('CANCEL' as const) : ('REQUEST' as const), event } : null
  const { subject, body } = composed({ step, today: c.today, meeting: c.meeting, participant: p, told, recipient, time }, calendar)
  const key = `meeting.${p.id}.${sequence}.${cancelled ? 'off' : 'on'}`
  const sealed = encrypt(keys().cprKeys, JSON.stringify(body), bodyAad(ctx.municipalityId, key))
  const anew = route.state !== null && !sameTime(route.state, state)
  const { rows } = await sql<{ id: number | null }>`select access.send_invitation(${p.id}, ${cancelled ? 'cancel' : 'request'}, ${sequence}, ${state}, ${JSON.stringify(told)}::jsonb, ${anew}, ${route.channel},
    ${step}, ${route.locale}, ${subject}, ${sealed}, ${key}, ${token}, ${settingAt(c.pack, 'inquiryCodeTries', c.today)}) as id`.execute(tx)
  const id = rows[0]?.id ?? null
  if (id !== null && (route.channel === 'email' || route.channel === 'sms')) await enqueue(tx, deliverMessage, { messageId: id })
}

// Without letters and digits that look alike: it is typed from paper, too. The first is a digit: no log then takes it for a word of an address.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const DIGITS = '23456789'
const oneOf = (characters: string): string => characters[randomInt(characters.length)] ?? ''
/** Five groups of four: 97 bits, and short enough to type from a letter. */
const newLinkToken = (): string =>
  Array.from({ length: 5 }, (_, group) => Array.from({ length: 4 }, (__, at) => oneOf(group + at === 0 ? DIGITS : LETTERS)).join('')).join('-')
