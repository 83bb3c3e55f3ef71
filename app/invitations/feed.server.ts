import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import { command, query } from '#app/platform/command.server.ts'
import { type Actor, type Context, NotFound } from '#app/platform/context.ts'
import { db, type Tx } from '#app/platform/db.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { type CalendarEvent, calendarFile } from '#app/platform/messages/calendar-file.ts'
import { timeOf } from './compose.ts'
import { da, en } from './mail-messages.ts'

/** One calendar of the actor's own, as they made it. */
export type Feed = { id: number; name: string; createdAt: string; lastReadAt: string | null }
const signedInPerson = (_tx: Tx, ctx: Context) => Promise.resolve(ctx.actor.kind === 'staff' || ctx.actor.kind === 'member')

/** The actor's own calendars that still work. Their secrets are known to nobody. */
export const readFeeds = query({
  event: 'invitations.read-feeds',
  input: z.object({}),
  may: signedInPerson,
  async run(tx): Promise<Feed[]> {
    const { rows } = await sql<{ id: number; name: string; created_at: string; last_read_at: string | null }>`select * from access.my_feeds()`.execute(tx)
    return rows.map((r) => ({ id: r.id, name: r.name, createdAt: r.created_at, lastReadAt: r.last_read_at }))
  },
  concerns: () => ({ personIds: [], bases: [] }),
})

/** A calendar address of one's own. The secret is shown once; only its hash is kept. */
export const makeFeed = command({
  event: 'invitations.make-feed',
  input: z.object({ name: z.string().trim().min(1).max(60) }),
  may: signedInPerson,
  async run(tx, _ctx, { name }) {
    const secret = randomBytes(32).toString('base64url')
    const { rows } = await sql<{ id: number }>`select access.make_feed(${secret}, ${name}) as id`.execute(tx)
    return { id: rows[0]?.id ?? 0, path: `/kalender/${secret}.ics` }
  },
  concerns: (_, r) => ({ personIds: [], bases: [], details: { feed: r.id } }),
})

/** Ends one of one's own calendars at once. @throws NotFound when it is not one's own, or ended before */
export const revokeFeed = command({
  event: 'invitations.revoke-feed',
  input: z.object({ feedId: z.coerce.number().int().positive() }),
  may: signedInPerson,
  async run(tx, _ctx, { feedId }) {
    const { rows } = await sql<{ done: boolean }>`select access.revoke_feed(${feedId}) as done`.execute(tx)
    if (!rows[0]?.done) throw new NotFound('feed')
  },
  concerns: ({ feedId }) => ({ personIds: [], bases: [], details: { feed: feedId } }),
})

type Owner = { municipality_id: number; kind: Actor['kind']; actor_id: number; feed_id: number; at: string; day: string }
/**
 * The calendar as its owner may see it at this moment: their own meetings, "Møde" and the time; the place where nothing speaks against it. Logged as a
 * read. Null when there is no such calendar (any more).
 */
export async function readFeed(secret: string, publicUrl: string): Promise<string | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(secret)) return null
  try {
    return await db()
      .kysely.transaction()
      .execute(async (tx) => {
        const { rows } = await sql<Owner>`select * from access.enter_feed(${secret})`.execute(tx)
        const owner = rows[0]
        if (!owner) return null
        const ctx: Context = { municipalityId: owner.municipality_id, actor: { kind: owner.kind, id: owner.actor_id, name: '' }, token: '', now: owner.at, today: owner.day, locale: 'da' }
        const found = await ownMeetings(tx, ctx, publicUrl)
        for (const about of perCase(found)) await appendAudit(tx, ctx, 'invitations.read-feed', { ...about, details: { feed: owner.feed_id } })
        if (found.length === 0) await appendAudit(tx, ctx, 'invitations.read-feed', { personIds: [], bases: [], details: { feed: owner.feed_id } })
        return calendarFile({ method: 'PUBLISH', events: found.map((f) => f.event), stamp: ctx.now, name: pick(ctx.locale, { da, en }).feedName })
      })
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28000') return null
    throw error
  }
}

type Entry = { caseId: number; personIds: number[]; shelfId: number; event: CalendarEvent }
const perCase = (entries: readonly Entry[]) =>
  [...Map.groupBy(entries, (e) => e.caseId)].map(([caseId, of]) => ({ caseId, personIds: of.flatMap((e) => e.personIds), shelfIds: of.map((e) => e.shelfId) }))

/** The actor's own places at meetings they may read, from a month back; members see a child's they speak for, too. Called off ones stay, marked. */
async function ownMeetings(tx: Tx, ctx: Context, publicUrl: string): Promise<Entry[]> {
  const rows = await tx
    .selectFrom('meeting as m')
    .innerJoin('meeting_participant as p', (j) => j.onRef('p.meeting_id', '=', 'm.id').onRef('p.municipality_id', '=', 'm.municipality_id'))
    .leftJoin('invitation as i', (j) => j.onRef('i.participant_id', '=', 'p.id').onRef('i.municipality_id', '=', 'p.municipality_id'))
    .select(['m.id', 'm.case_id', 'm.uid', 'm.sequence', 'm.starts_at', 'm.minutes', 'm.place', 'm.video_link', 'm.cancelled_at', 'm.subjects', 'm.shelf_id', 'p.slot_from', 'p.slot_minutes', 'i.sequence as told', 'i.answer'])
    .where('p.withdrawn_at', 'is', null)
    .where('p.interpreter_for', 'is', null)
    .where('m.invited_at', 'is not', null)
    .where('m.starts_at', '>', sql<string>`${ctx.now}::timestamptz - interval '31 days'`)
    .$if(ctx.actor.kind === 'staff', (q) => q.where('p.staff_id', '=', ctx.actor.id))
    .$if(ctx.actor.kind !== 'staff', (q) => q.where(sql<boolean>`p.person_id = any (access.ids('speak'))`))
    .orderBy('m.starts_at')
    .limit(500)
    .execute()
  const { rows: hushed } = await sql<{ ids: number[] }>`select access.quiet_meetings(${rows.map((r) => r.id)}::bigint[]) as ids`.execute(tx)
  const quiet = new Set(hushed[0]?.ids ?? [])
  const t = pick(ctx.locale, { da, en })
  const once = [...new Map(rows.map((r) => [r.id, r])).values()].filter((r) => r.answer !== 'declines')
  return once.map((r) => {
    const slot = r.slot_from !== null && r.slot_minutes !== null ? { from: r.slot_from, minutes: r.slot_minutes } : null
    const cancelled = r.cancelled_at !== null
    return {
      caseId: r.case_id,
      personIds: r.subjects,
      shelfId: r.shelf_id,
      event: {
        uid: r.uid,
        sequence: r.told ?? r.sequence,
        ...timeOf({ startsAt: r.starts_at, minutes: r.minutes }, { slot }),
        summary: t.subject,
        location: cancelled || quiet.has(r.id) ? '' : r.place || r.video_link,
        description: t.calendarSignIn,
        url: publicUrl + (ctx.actor.kind === 'staff' ? '/moeder' : `/min/moeder/${r.id}`),
        cancelled,
      },
    }
  })
}
