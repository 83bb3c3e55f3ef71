import { sql } from 'kysely'
import { z } from 'zod'
import { inForce, itemAt } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { Id, isChild } from '#app/families/families.ts'
import { coordinatorsOf, peopleOf } from '#app/families/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { formatInstant, formatRange } from '#app/platform/time/format.ts'
import type { Labels, MyAsk, MyConsent, MyConsents } from './consent-page.ts'
import { consentTexts, titleOf } from './consent-words.ts'
import type { LedgerConsent, Signer } from './consent.ts'
import { helperCard } from './my-consents.ts'
import { basesOf, consentsOfMember, findConsent, helpersOf } from './queries.server.ts'
import { labelsOf, offerViews } from './read-consent-page.server.ts'
import { offerOf } from './templates.ts'

const memberOnly = (_tx: Tx, ctx: Context) => Promise.resolve(ctx.actor.kind === 'member' ? (true as const) : ('not-found' as const))
const ORDER = { intake: 0, minimum: 1, optional: 2 } as const

/**
 * "Hvem må se hvad om os?": a card for each named helper with what they may and may not see, and the questions that wait for this
 * person's answer. A parent who lives
 * elsewhere gets only what is about the children they sign for.
 */
export const readMyConsents = query({
  event: 'consent.read-own',
  input: z.object({}),
  may: memberOnly,
  run: async (tx, ctx): Promise<MyConsents & { personIds: number[] }> => {
    const consents = await consentsOfMember(tx, ctx.today)
    const home = await tx.selectFrom('case_person').select(['case_id', 'role']).where('person_id', '=', ctx.actor.id).execute()
    const caseIds = [...new Set([...home.map((h) => h.case_id), ...consents.map((c) => c.caseId)])]
    const livesIn = (caseId: number) => home.some((h) => h.case_id === caseId && h.role === 'family')
    const all = await helpersOf(tx, caseIds, ctx.today)
    const people = await peopleOf(tx, caseIds, ctx.today)
    const result: MyConsents = { today: ctx.today, helpers: [], asks: [], onlyAbout: null, without: [] }
    for (const caseId of caseIds) {
      const pack = await casePack(tx, caseId)
      const words = wordsOf(pack, ctx)
      const own = consents.filter((c) => c.caseId === caseId)
      // Who else works with the home is nobody's business who does not live there.
      const helpers = all.filter(
        (h) =>
          h.caseId === caseId &&
          (livesIn(caseId) ||
            h.role === 'coordinator' ||
            own.some((c) => c.toSectors.includes(h.sector) && c.standing !== 'ended' && c.standing !== 'withdrawn')),
      )
      const nameOf = (id: number) => people.find((p) => p.id === id)?.firstName ?? null
      const child = (id: number) => people.some((p) => p.id === id && isChild(p, ctx.today))
      result.helpers.push(
        ...helpers.map((h) =>
          helperCard(h, {
            locale: ctx.locale,
            ...words,
            consents: own,
            nameOf,
            isChild: child,
            titleOf: (c) => titleOf(words, c),
            elsewhere: !livesIn(caseId),
          }),
        ),
      )
      result.without.push(...(await withoutYes(tx, ctx, caseId, words.labels, nameOf, livesIn(caseId))))
      result.asks.push(...own.filter((c) => isAsked(c, ctx.actor.id)).map((c) => askOf(c, pack, ctx, all, nameOf)))
    }
    if (caseIds.length > 0 && !caseIds.some(livesIn))
      result.onlyAbout = [
        ...new Set(consents.map((c) => people.find((p) => p.id === c.subjectId)?.firstName).filter((n) => n !== undefined)),
      ]
    result.asks.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || a.id - b.id)
    return { ...result, personIds: [ctx.actor.id, ...consents.map((c) => c.subjectId)] }
  },
  concerns: (_input, result) => ({ personIds: result.personIds, bases: ['self'] }),
})

/** One question or one yes, in plain words, with the reader's answer and whether the others have answered. */
export const readMyConsent = query({
  event: 'consent.read-own-one',
  input: z.object({ consentId: Id }),
  may: memberOnly,
  run: async (tx, ctx, input): Promise<MyConsent & { subjectId: number }> => {
    const c = await findConsent(tx, input.consentId, ctx.today)
    if (!c) throw new NotFound('consent')
    const [pack, people] = [await casePack(tx, c.caseId), await peopleOf(tx, [c.caseId], ctx.today)]
    const nameOf = (id: number) => people.find((p) => p.id === id)?.firstName ?? null
    const { labels } = wordsOf(pack, ctx)
    const offer = offerOf(pack, c.template, ctx.today)
    const mine = c.signers.find((s) => s.personId === ctx.actor.id)
    const coordinator = (await coordinatorsOf(tx, [c.caseId], ctx.today))[0]
    const { rows } = await sql<{
      phone: string | null
    }>`select phone from staff where id = ${coordinator?.staffId ?? null}::bigint`.execute(tx)
    return {
      ...askOf(c, pack, ctx, await helpersOf(tx, [c.caseId], ctx.today), nameOf),
      subjectId: c.subjectId,
      why: offer?.why[ctx.locale] ?? '',
      ifNo: offer?.refusal[ctx.locale] ?? '',
      gdprConsent: itemAt(pack.purposes, c.purpose, ctx.today)?.gdprConsent === true,
      state: stateFor(c, mine),
      today: ctx.today,
      validUntil: c.validUntil,
      mine: { state: mine?.state ?? 'not-asked', on: answeredOn(mine) },
      others: c.signers
        .filter((s) => s.required && s.personId !== ctx.actor.id)
        .map((s) => ({ name: nameOf(s.personId), state: s.state === 'signed' ? 'signed' : s.state === 'refused' ? 'refused' : 'asked' })),
      categories: c.categories.map((code) => ({ code, label: labels.plainCategories[code] ?? code })),
      plainTo: joinList(
        ctx.locale,
        c.toSectors.map((s) => labels.plainSectors[s] ?? s),
      ),
      coordinator: coordinator ? { name: coordinator.name, phone: rows[0]?.phone ?? null } : null,
    }
  },
  concerns: (_input, result) => ({ caseId: result.caseId, personIds: [result.subjectId], details: { consent: result.id } }),
})

/** Sharing by law about the reader or a child they sign for; and to those who live in the home, who broke the glass and why. */
async function withoutYes(
  tx: Tx,
  ctx: Context,
  caseId: number,
  labels: Labels,
  nameOf: (id: number) => string | null,
  livesThere: boolean,
): Promise<MyConsents['without']> {
  const m = consentTexts(ctx.locale).mine
  const words = (codes: string[], by: Record<string, string>) =>
    joinList(
      ctx.locale,
      codes.map((c) => by[c] ?? c),
    )
  const bases = (await basesOf(tx, caseId, ctx.today)).map((b) => ({
    key: `basis.${b.id}`,
    title: m.shared(
      words(b.fromSectors, labels.plainSectors),
      words(b.toSectors, labels.plainSectors),
      words(b.categories, labels.plainCategories),
      nameOf(b.subjectId) ?? '',
    ),
    why: `${b.paragraph}. ${b.reason}`,
    when: formatRange(ctx.locale, b.validFrom, b.endedAt === null ? b.validUntil : copenhagenDay(b.endedAt), ctx.today),
  }))
  if (!livesThere) return bases
  const glass = await tx
    .selectFrom('break_glass')
    .innerJoin('staff', (j) =>
      j.onRef('staff.municipality_id', '=', 'break_glass.municipality_id').onRef('staff.id', '=', 'break_glass.staff_id'),
    )
    .select(['break_glass.id', 'staff.name', 'break_glass.reason', 'break_glass.granted_at'])
    .where('break_glass.case_id', '=', caseId)
    .orderBy('break_glass.granted_at', 'desc')
    .execute()
  return [
    ...glass.map((g) => ({
      key: `glass.${g.id}`,
      title: m.emergency(g.name),
      why: g.reason,
      when: formatInstant(ctx.locale, g.granted_at),
    })),
    ...bases,
  ]
}

const isAsked = (c: LedgerConsent, me: number): boolean =>
  ['waiting', 'refused', 'partly', 'coming'].includes(c.standing) &&
  c.signers.some((s) => s.personId === me && s.required && s.state !== 'signed')
const answeredOn = (s: Signer | undefined): string | null => {
  const at = s?.state === 'refused' ? s.refusedAt : s?.signedAt
  return at ? copenhagenDay(at) : null
}
function stateFor(c: LedgerConsent, mine: Signer | undefined): MyConsent['state'] {
  if (c.standing === 'withdrawn' || c.standing === 'ended') return 'over'
  if (!mine || (!mine.required && mine.signedAt === null)) return 'not-mine'
  if (mine.state === 'refused') return 'refused'
  if (mine.state !== 'signed') return 'to-answer'
  return c.standing === 'valid' || c.standing === 'partly' ? 'valid' : 'waiting'
}

const wordsOf = (pack: Pack, ctx: Context) => ({
  labels: labelsOf(pack, ctx),
  offers: offerViews(pack, ctx),
  roles: Object.fromEntries(inForce(pack.assignmentRoles, ctx.today).map((r) => [r.code, r.label[ctx.locale]])),
})

/** A question as a card: named after the helpers it is about, or their field when nobody is assigned yet. */
function askOf(
  c: LedgerConsent,
  pack: Pack,
  ctx: Context,
  helpers: { caseId: number; name: string; sector: string }[],
  nameOf: (id: number) => string | null,
): MyAsk {
  const offer = offerOf(pack, c.template, ctx.today)
  const words = wordsOf(pack, ctx)
  const party =
    c.toSectors.includes('coordination') && c.fromSectors.length > 0 && !c.fromSectors.includes('coordination')
      ? c.fromSectors
      : c.toSectors
  const named = helpers.filter((h) => h.caseId === c.caseId && party.includes(h.sector)).map((h) => h.name)
  return {
    id: c.id,
    caseId: c.caseId,
    kind: offer?.kind ?? 'optional',
    label: titleOf(words, c),
    who: joinList(ctx.locale, named.length > 0 && party.length === 1 ? named : party.map((s) => words.labels.plainSectors[s] ?? s)),
    what: offer?.what[ctx.locale] ?? c.wording,
    aboutName: nameOf(c.subjectId) ?? '',
    aboutMe: c.subjectId === ctx.actor.id,
    until: c.lastsUntil,
    refused: c.signers.some((s) => s.personId === ctx.actor.id && s.state === 'refused'),
  }
}
