import { casePack } from '#app/catalogue/queries.server.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { peopleOf } from '#app/families/queries.server.ts'
import { ageOf } from '#app/families/families.ts'
import { query } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { CaseOnly, coverOf, type Cover, type Inquiry, isCovered, neverAsked, OneInquiry } from './inquiry.ts'
import { assignedSectors, colleaguesOf, coverIn, formsOf, inquiriesOf, unitsOf } from './queries.server.ts'
import { coordinates, onCase, type Rights, rightsOf } from '#app/families/case-rights.server.ts'

export type Someone = { id: number; name: string; age: number | null }
const staffOfCase = onCase((r) => r.sectors.length > 0 || r.whole)

/** Those a request can be about: of the family or a parent elsewhere, living. */
export async function someoneOf(tx: Tx, ctx: Context, caseId: number): Promise<Someone[]> {
  const people = await peopleOf(tx, [caseId], ctx.today)
  const living = people.filter((p) => p.kind === 'person' && p.died === null)
  // those who live in the family first
  return [...living.filter((p) => p.role === 'family'), ...living.filter((p) => p.role !== 'family')].map((p) => ({ id: p.id, name: p.firstName, age: ageOf(p, ctx.today) }))
}
/** An area as the law calls it; a sector without a law of its own by its name. */
export function areaName(pack: Pack | null, sector: string, ctx: Pick<Context, 'today' | 'locale'>): string | null {
  const found = pack && inForce(pack.sectors, ctx.today).find((s) => s.code === sector)
  return found ? found.label[ctx.locale] : null
}
const packOf = (tx: Tx, caseId: number): Promise<Pack | null> =>
  casePack(tx, caseId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
const seen = (inquiries: readonly Inquiry[]) => ({
  personIds: [...new Set(inquiries.flatMap((q) => [...q.subjects, ...q.answers.flatMap((a) => a.subjects)]))],
  shelfIds: [...new Set(inquiries.flatMap((q) => [q.shelfId, ...q.answers.map((a) => a.shelfId)]))],
})

/** The page of all requests of a family (UDR-08): who was asked, when, what came of it, and who never was. */
export const readInquiries = query({
  event: 'inquiries.read',
  input: CaseOnly,
  case: ({ caseId }) => caseId,
  may: staffOfCase,
  async run(tx, ctx, { caseId }) {
    const rights = await rightsOf(tx, ctx, caseId)
    const pack = await packOf(tx, caseId)
    const inquiries = await inquiriesOf(tx, caseId, ctx.now)
    return {
      caseId,
      today: ctx.today,
      people: await someoneOf(tx, ctx, caseId),
      inquiries,
      areas: areasOf(pack, ctx),
      laws: lawsOf(pack, ctx),
      never: rights.whole ? await neverAskedIn(tx, ctx, caseId, pack, inquiries) : [],
      may: { ask: coordinates(rights) && (pack?.inquiryForms.length ?? 0) > 0 },
    }
  },
  concerns: ({ caseId }, r) => ({ caseId, ...seen(r.inquiries) }),
})
const areasOf = (pack: Pack | null, ctx: Pick<Context, 'today' | 'locale'>): Record<string, string> =>
  Object.fromEntries((pack ? inForce(pack.sectors, ctx.today) : []).map((s) => [s.code, s.label[ctx.locale]]))

/** The laws that each sector works under, by the pack. */
function lawsOf(pack: Pack | null, ctx: Pick<Context, 'today' | 'locale'>): Record<string, string> {
  const laws: Record<string, string> = {}
  for (const law of pack ? inForce(pack.lawAreas, ctx.today) : []) laws[law.sector] = laws[law.sector] ? `${laws[law.sector]}, ${law.label[ctx.locale]}` : law.label[ctx.locale]
  return laws
}
/** The sectors that have to do with the family and were never asked. */
export async function neverAskedIn(tx: Tx, ctx: Context, caseId: number, pack: Pack | null, inquiries: readonly Inquiry[]): Promise<string[]> {
  if (!pack) return []
  return neverAsked({
    assigned: await assignedSectors(tx, caseId, ctx.today),
    cover: await coverIn(tx, caseId),
    asked: inquiries.filter((q) => q.cancelledOn === null || q.answers.length > 0).map((q) => q.sector),
    askable: inForce(pack.inquiryForms, ctx.today).map((f) => f.sector),
  })
}

/** For the family's overview: what waits, what is late, and who was never asked. Null for who does not work with the whole of the case. */
export async function inquiryStanding(tx: Tx, ctx: Context, caseId: number) {
  const rights = await rightsOf(tx, ctx, caseId)
  if (!rights.whole) return null
  const inquiries = await inquiriesOf(tx, caseId, ctx.now)
  const open = inquiries.filter((q) => q.answers.length === 0 && q.cancelledOn === null)
  const pack = await packOf(tx, caseId)
  const never = await neverAskedIn(tx, ctx, caseId, pack, inquiries)
  return {
    waiting: open.filter((q) => q.replyBy >= ctx.today).map((q) => ({ id: q.id, recipient: q.recipient, replyBy: q.replyBy })),
    overdue: open.filter((q) => q.replyBy < ctx.today).map((q) => ({ id: q.id, recipient: q.recipient, replyBy: q.replyBy })),
    never: never.map((s) => areaName(pack, s, ctx) ?? s),
    shelfIds: inquiries.map((q) => q.shelfId),
  }
}

/** One request with its answers, and what this reader may do with it. */
export const readInquiry = query({
  event: 'inquiries.read-one',
  input: OneInquiry,
  case: ({ caseId }) => caseId,
  may: staffOfCase,
  async run(tx, ctx, { caseId, inquiryId }) {
    const rights = await rightsOf(tx, ctx, caseId)
    const [inquiry] = await inquiriesOf(tx, caseId, ctx.now, inquiryId)
    if (!inquiry) throw new NotFound('inquiry')
    const pack = await packOf(tx, caseId)
    const form = { sector: inquiry.sector, asks: inquiry.asks, tells: inquiry.tells }
    const cover = await coverIn(tx, caseId)
    const covered = inquiry.subjects.filter((id) => isCovered(form, id, cover))
    const own = rights.sectors.includes(inquiry.sector)
    return {
      caseId,
      today: ctx.today,
      inquiry,
      covered: rights.whole ? covered : inquiry.subjects,
      people: await someoneOf(tx, ctx, caseId),
      areas: areasOf(pack, ctx),
      confirm: pack ? (formsOf(pack, ctx.today).find((f) => f.code === inquiry.form)?.confirm ?? []) : [],
      may: mayOf(rights, inquiry, own, covered),
      sectors: rights.sectors,
    }
  },
  concerns: ({ caseId }, r) => ({ caseId, ...seen([r.inquiry]), details: { inquiry: r.inquiry.id } }),
})
function mayOf(rights: Rights, q: Inquiry, own: boolean, covered: readonly number[]) {
  const open = q.cancelledOn === null
  const lead = coordinates(rights)
  return {
    write: open && (own || (lead && covered.length > 0)),
    own,
    follow: lead && open && q.answers.length === 0,
    print: lead && covered.length > 0,
  }
}

const NewInput = z.object({ caseId: Id, form: z.string().nullish(), sector: z.string().nullish() })
/** What is needed to ask somebody: the forms, and for the chosen one the units, colleagues and who is covered. */
export const readNewInquiry = query({
  event: 'inquiries.read-new',
  input: NewInput,
  case: ({ caseId }) => caseId,
  may: onCase(coordinates),
  async run(tx, ctx, { caseId, form: code, sector }) {
    const pack = await casePack(tx, caseId)
    const all = formsOf(pack, ctx.today)
    const ofSector = all.filter((f) => f.sector === sector)
    const form = all.find((f) => f.code === code) ?? (ofSector.length === 1 ? ofSector[0]! : null)
    const people = await someoneOf(tx, ctx, caseId)
    const cover = form ? await coverIn(tx, caseId) : []
    return {
      caseId,
      today: ctx.today,
      forms: (ofSector.length > 0 ? ofSector : all).map((f) => ({ code: f.code, label: f.label[ctx.locale], sector: f.sector })),
      form: form && { ...form, title: form.label[ctx.locale] },
      people: people.map((p) => ({ ...p, ...coverState(form, p.id, cover) })),
      units: form ? await unitsOf(tx, form.sector, ctx.today) : [],
      colleagues: form ? await colleaguesOf(tx, caseId, form.sector, ctx.today) : [],
      replyBy: addDays(ctx.today, settingAt(pack, 'inquiryReplyDays', ctx.today)),
      areas: areasOf(pack, ctx),
      categories: Object.fromEntries(inForce(pack.categories, ctx.today).map((c) => [c.code, c.label[ctx.locale]])),
    }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.people.map((p) => p.id) }),
})
const coverState = (form: Parameters<typeof coverOf>[0] | null, subject: number, cover: readonly Cover[]) =>
  form ? coverOf(form, subject, cover) : { asked: null, told: null }
