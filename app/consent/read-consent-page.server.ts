import { sql } from 'kysely'
import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { Id } from '#app/families/families.ts'
import { peopleOf } from '#app/families/queries.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { ageOn } from '#app/platform/time/plain-date.ts'
import type { BasisForm, ConsentPage, Labels, OfferView } from './consent-page.ts'
import { foreseenIn } from './foresight.server.ts'
import { actsAsAuthority, authoritySectors, basisRules, confirmersFor } from './legal-basis.server.ts'
import { basesOf, consentsOf, helpersOf, hasShield, sharedDocumentsOf } from './queries.server.ts'
import { holds, registersConsent } from './rights.server.ts'
import { coverOf, lastDayOf, offers, partiesOf } from './templates.ts'

/**
 * Everything on the staff's pages of consent in one family: who may see what, who is missing, what stops soon, bases and documents
 * (CON-01, CON-05, CON-07).
 */
export const readConsentPage = query({
  event: 'consent.read-page',
  input: z.object({ caseId: Id }),
  case: (input) => input.caseId,
  may: async (tx, ctx, input) => ((await reachesCase(tx, input.caseId)) ? ctx.actor.kind === 'staff' : 'not-found'),
  run: (tx, ctx, input) => consentPage(tx, ctx, input.caseId),
  concerns: (input, result) => ({
    caseId: input.caseId,
    personIds: result.consents.map((c) => c.subjectId),
    shelfIds: result.documents.map((d) => d.shelfId),
  }),
})

async function consentPage(tx: Tx, ctx: Context, caseId: number): Promise<ConsentPage> {
  const family = await tx.selectFrom('family_case').select('name').where('id', '=', caseId).executeTakeFirst()
  if (!family) throw new NotFound('case')
  const pack = await casePack(tx, caseId)
  const people = await peopleOf(tx, [caseId], ctx.today)
  const { rows } = await sql<{
    whole: boolean
    writes: boolean
    intake: boolean
  }>`select coalesce(${caseId} = any (access.ids('ledger')), false) as whole,
    coalesce(${caseId} = any (access.ids('cases_write')), false) as writes,
    exists (select from referral f where f.case_id = ${caseId} and (f.decided_at is null or f.decision = 'waiting')) as intake`.execute(tx)
  const { whole = false, writes = false, intake = false } = rows[0] ?? {}
  const authority = await authoritySectors(tx, caseId)
  return {
    caseId,
    caseName: family.name,
    today: ctx.today,
    whole,
    inIntake: intake,
    labels: labelsOf(pack, ctx),
    people: people.map((p) => ({
      id: p.id,
      firstName: p.firstName,
      age: p.born ? ageOn(p.born, ctx.today) : null,
      role: p.role,
      language: p.language,
      interpreter: p.interpreter,
    })),
    consents: await consentsOf(tx, caseId, ctx.today),
    bases: await basesOf(tx, caseId, ctx.today),
    foreseen: whole ? await foreseenIn(tx, ctx.today, caseId) : [],
    helpers: await helpersOf(tx, [caseId], ctx.today),
    documents: await sharedDocumentsOf(tx, caseId),
    shield: await hasShield(tx, caseId, ctx.today),
    offers: offerViews(pack, ctx),
    may: {
      register: await registersConsent(tx, caseId),
      withdraw: writes,
      registerBasis: writes && authority.length > 0,
      confirmBasis: await holds(tx, 'authority'),
      withhold: await holds(tx, 'child-protection'),
      shareDocument: writes && whole,
    },
  }
}

/** The pack's words, by code, in the language of the actor. */
export function labelsOf(pack: Pack, { today, locale }: Pick<Context, 'today' | 'locale'>): Labels {
  const by = <T extends { code: string; validFrom: string; validUntil: string | null }>(items: readonly T[], word: (item: T) => string) =>
    Object.fromEntries(inForce(items, today).map((i) => [i.code, word(i)]))
  return {
    sectors: by(pack.sectors, (s) => s.label[locale]),
    plainSectors: by(pack.sectors, (s) => s.plain[locale]),
    categories: by(pack.categories, (c) => c.label[locale]),
    plainCategories: by(pack.categories, (c) => c.plain[locale]),
    purposes: by(pack.purposes, (p) => p.plain[locale]),
    gdpr: by(pack.categories, (c) => c.gdprBasis),
  }
}

export const offerViews = (pack: Pack, { today, locale }: Pick<Context, 'today' | 'locale'>): OfferView[] =>
  offers(pack, today).map((o) => ({
    code: o.code,
    kind: o.kind,
    label: o.label[locale],
    what: o.what[locale],
    why: o.why[locale],
    refusal: o.refusal[locale],
    purpose: o.purpose,
    categories: o.categories,
    fromSectors: o.fromSectors,
    toSectors: o.toSectors,
    parties: partiesOf(o)?.sectors ?? null,
    until: lastDayOf(pack, o, coverOf(o, partiesOf(o)?.sectors[0] ?? null)?.from ?? o.fromSectors, today),
    health: o.categories.includes('health'),
  }))

/** What the form for sharing without consent needs: only paragraphs that the actor's own sectors can carry. */
export const readBasisForm = query({
  event: 'consent.read-basis-form',
  input: z.object({ caseId: Id }),
  case: (input) => input.caseId,
  may: async (tx, _ctx, input) => {
    if (!(await reachesCase(tx, input.caseId))) return 'not-found'
    return actsAsAuthority(tx, input.caseId, await authoritySectors(tx, input.caseId))
  },
  run: async (tx, ctx, input): Promise<BasisForm> => {
    const own = await authoritySectors(tx, input.caseId)
    const people = await peopleOf(tx, [input.caseId], ctx.today)
    return {
      caseId: input.caseId,
      today: ctx.today,
      own,
      labels: labelsOf(await casePack(tx, input.caseId), ctx),
      confirmers: await confirmersFor(tx, ctx),
      rules: (await basisRules(tx, ctx.today)).filter((r) => r.fromSectors.some((s) => own.includes(s))),
      people: people.map((p) => ({
        id: p.id,
        firstName: p.firstName,
        age: p.born ? ageOn(p.born, ctx.today) : null,
        role: p.role,
        language: p.language,
        interpreter: p.interpreter,
      })),
    }
  },
  concerns: (input, result) => ({ caseId: input.caseId, personIds: result.people.map((p) => p.id) }),
})
