import { casePack } from '#app/catalogue/queries.server.ts'
import { openAgreements } from '#app/agreements/queries.server.ts'
import { z } from 'zod'
import { findPerson, peopleThere } from '#app/families/queries.server.ts'
import { Id } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addMonths } from '#app/platform/time/plain-date.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import { hiddenIn } from './call-meeting.server.ts'
import { standingYeses } from './invite.server.ts'
import { kindOf, kindsOf } from './kinds.ts'
import { dayOf, type Meeting, type MeetingState, separateMeetings, stateOf } from './meeting.ts'
import { meetingsOf, nextMeetings, participantsOf, takingPart } from './queries.server.ts'
import { arranges } from './rights.server.ts'

export type MeetingRow = Meeting & { state: MeetingState; kindName: string; comes: number; names: string[]; agreed: boolean }

/** The meetings of a family: the next, those held, those cancelled; and how many open agreements there are. */
export const readMeetings = query({
  event: 'meetings.read-list',
  input: z.object({ caseId: Id }),
  case: ({ caseId }) => caseId,
  may: async (tx, _ctx, { caseId }) => ((await reachesCase(tx, caseId)) ? true : 'not-found'),
  async run(tx, ctx, { caseId }) {
    const meetings = await meetingsOf(tx, caseId)
    const rights = await rightsOf(tx, ctx, caseId)
    return {
      caseId,
      today: ctx.today,
      now: ctx.now,
      familyName: (await tx.selectFrom('family_case').select('name').where('id', '=', caseId).executeTakeFirst())?.name ?? '',
      meetings: await rowsOf(tx, ctx, meetings),
      agreements: await openAgreements(tx, [caseId]),
      staff: rights.staff,
      may: { call: arranges(rights) },
    }
  },
  concerns: ({ caseId }, r) => ({
    caseId,
    personIds: [...new Set(r.meetings.flatMap((m) => m.subjects))],
    shelfIds: [...new Set([...r.meetings, ...r.agreements].map((m) => m.shelfId))],
  }),
})

/** Adds what a list shows of each: its name, who comes, and whether the family has said yes. */
export async function rowsOf(tx: Tx, ctx: Context, meetings: readonly Meeting[]): Promise<MeetingRow[]> {
  const coming = takingPart(await participantsOf(tx, meetings.map((m) => m.id)))
  const packs = new Map<number, Awaited<ReturnType<typeof casePack>>>()
  const rows: MeetingRow[] = []
  for (const m of meetings) {
    const pack = packs.get(m.caseId) ?? (await casePack(tx, m.caseId))
    packs.set(m.caseId, pack)
    const state = stateOf(m, ctx.now)
    const mine = coming.filter((p) => p.meetingId === m.id)
    rows.push({
      ...m,
      state,
      kindName: kindOf(pack, m.kind, dayOf(m))?.label[ctx.locale] ?? '',
      comes: mine.length,
      names: mine.map((p) => p.name).filter((n) => n !== ''),
      agreed: state === 'planned' && (await standingYeses(tx, m.id)).length > 0,
    })
  }
  return rows
}

/** "Mine møder": what is to come in every family that the actor reaches, the soonest first. */
export const readMyMeetings = query({
  event: 'meetings.read-mine',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'staff'),
  async run(tx, ctx) {
    const meetings = await nextMeetings(tx)
    const ids = [...new Set(meetings.map((m) => m.caseId))]
    const families = ids.length > 0 ? await tx.selectFrom('family_case').select(['id', 'name']).where('id', 'in', ids).execute() : []
    return { today: ctx.today, now: ctx.now, families: Object.fromEntries(families.map((f) => [f.id, f.name])), meetings: await rowsOf(tx, ctx, meetings) }
  },
  concerns: (_, r) =>
    r.meetings.length === 0
      ? { personIds: [] }
      : [...new Set(r.meetings.map((m) => m.caseId))].map((caseId) => {
          const own = r.meetings.filter((m) => m.caseId === caseId)
          return { caseId, personIds: [...new Set(own.flatMap((m) => m.subjects))], shelfIds: [...new Set(own.map((m) => m.shelfId))] }
        }),
})

/** What the form of a new meeting needs: the kinds, who it may be about, when the last was, and how to part where a shield is. */
export const readNewMeeting = query({
  event: 'meetings.read-new',
  input: z.object({ caseId: Id }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => {
    if (!(await reachesCase(tx, caseId))) return 'not-found'
    return arranges(await rightsOf(tx, ctx, caseId))
  },
  async run(tx, ctx, { caseId }) {
    const pack = await casePack(tx, caseId)
    const people = (await peopleThere(tx, caseId, ctx.today)).filter((p) => p.died === null)
    const hidden = await hiddenIn(tx, ctx, caseId)
    const last = (await meetingsOf(tx, caseId)).find((m) => m.cancelledAt === null)
    const interpreters: number[] = []
    for (const p of people) if ((await findPerson(tx, p.id))?.interpreter) interpreters.push(p.id)
    const family = people.filter((p) => p.family)
    const shield = people.some((p) => hidden(p.id).length > 0)
    return {
      caseId,
      today: ctx.today,
      // the project's own rhythm first
      kinds: kindsOf(pack, ctx.today).toSorted((a, b) => Number(a.everyMonths === null) - Number(b.everyMonths === null)).map((k) => ({
        code: k.code,
        label: k.label[ctx.locale],
        decides: k.decides?.[ctx.locale] ?? '',
        minutes: k.minutes,
        everyMonths: k.everyMonths,
        proposedDay: k.everyMonths && last ? addMonths(dayOf(last), k.everyMonths) : null,
        needs: k.mustCome.filter((r) => r.who !== 'adults').map((r) => r.label[ctx.locale]),
      })),
      people: people.map((p) => ({ id: p.id, name: p.firstName, age: p.age, child: p.child, family: p.family, unborn: p.unborn })),
      interpreters,
      /** One list of people for each meeting to hold; more than one where a shield is in force. */
      separate: separateMeetings((shield ? people.toSorted((a, b) => Number(b.family) - Number(a.family)) : family).map((p) => p.id), hidden),
      shield,
      // the place of one side's meeting is never proposed for the other's
      lastPlace: shield ? '' : (last?.place ?? ''),
    }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.people.map((p) => p.id) }),
})
