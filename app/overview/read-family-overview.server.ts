import { sql } from 'kysely'
import type { Agreement } from '#app/agreements/agreement.ts'
import { openAgreements } from '#app/agreements/queries.server.ts'
import { z } from 'zod'
import { nextMeetings } from '#app/meetings/queries.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import type { ConsentPage } from '#app/consent/consent-page.ts'
import { minimumMissing, missingSentences } from '#app/consent/consent-words.ts'
import { developmentOf, shownOf } from '#app/development/development.server.ts'
import { type StripLine, stripOf } from '#app/development/development.ts'
import { consentsOf } from '#app/consent/queries.server.ts'
import { labelsOf, offerViews } from '#app/consent/read-consent-page.server.ts'
import type { CasePerson } from '#app/families/families.ts'
import { peopleOf, relationsOf } from '#app/families/queries.server.ts'
import { type FamilyState, familyState } from '#app/intake/family-state.ts'
import { inquiryStanding } from '#app/inquiries/read-inquiries.server.ts'
import { hasProjectRole } from '#app/intake/queries.server.ts'
import { latestReferral, screenings } from '#app/intake/record-queries.server.ts'
import { screeningResult } from '#app/intake/screening.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { ageOn } from '#app/platform/time/plain-date.ts'
import { type PlanPage, planPage } from '#app/plan/read-plan.server.ts'
import { shelvesOf, subjectsOf } from '#app/plan/records.server.ts'
import { type NextStep, nextStepOf } from './next-step.ts'

export type FamilyOverview = {
  plan: PlanPage
  /** What is open of what was agreed (MEET-16). */
  agreements: Agreement[]
  /** Those around the family of their own: "Mormor. Henter Oliver om torsdagen". */
  network: { name: string; label: string }[]
  /** Meetings to come that the reader may know of. */
  meetings: { id: number; label: string; day: string; shelfId: number; subjects: number[] }[]
  /** How it goes for each, in one line (PROG-33); empty while nothing is measured or may be seen. */
  strip: StripLine[]
  /** The way in and the consents are for who works with the whole of the case; null for everybody else. */
  whole: {
    state: FamilyState
    /** No place taken yet: there is no plan to begin. */
    inIntake: boolean
    next: NextStep | null
    /** "Jonas har ikke svaret: skolen kan ikke se Idas mål endnu". */
    waiting: string[]
    /** What taking part needs and somebody has not said yes to. */
    minimum: { label: string; names: string[] }[]
    /** Whom we have asked for news (UDR-08); null when there is nothing to say. */
    inquiries: { waiting: number; overdue: { id: number; recipient: string; replyBy: string }[]; never: string[]; shelfIds: number[] } | null
  } | null
}

/** The overview of a family: what works, the next months, what is missing and the next step; as far as the reader may see each of them. */
export const readFamilyOverview = query({
  event: 'overview.read-family',
  input: z.object({ caseId: z.number().int().positive() }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => ((await reachesCase(tx, caseId)) ? ctx.actor.kind === 'staff' : 'not-found'),
  run: (tx, ctx, { caseId }) => overview(tx, ctx, caseId),
  concerns: ({ caseId }, { plan, agreements, whole, meetings, strip }) => ({
    // A parent elsewhere is named only: a look-up concerns them when a record does. Else the household could not see who has looked.
    caseId,
    personIds: [...new Set([...plan.people.filter((p) => p.family).map((p) => p.id), ...subjectsOf(plan), ...[...agreements, ...meetings].flatMap((a) => a.subjects), ...shownOf(strip.map((x) => x.line)).personIds])],
    shelfIds: [...shownOf(strip.map((x) => x.line)).shelfIds, ...[...agreements, ...meetings].map((a) => a.shelfId), ...(whole?.inquiries?.shelfIds ?? []), ...shelvesOf(plan), ...(plan.agreement?.given.map((a) => a.shelfId) ?? [])],
  }),
})

async function overview(tx: Tx, ctx: Context, caseId: number): Promise<FamilyOverview> {
  const plan = await planPage(tx, ctx, caseId)
  const people = await peopleOf(tx, [caseId], ctx.today)
  const network = await relationsOf(
    tx,
    people.filter((p) => p.role === 'network').map((p) => p.id),
  )
  return {
    plan,
    agreements: await openAgreements(tx, [caseId]),
    network: network.flatMap((r) => (r.label ? [{ name: people.find((p) => p.id === r.personId)?.firstName ?? '', label: r.label }] : [])),
    meetings: await meetingsTold(tx, ctx, caseId),
    strip: await stripFor(tx, ctx, caseId),
    whole: await wholeOf(tx, ctx, caseId, plan, people),
  }
}

/** Nothing before a pack was applied: then nothing is measured. */
const stripFor = async (tx: Tx, ctx: Context, caseId: number): Promise<StripLine[]> => ((await packOf(tx, caseId)) === null ? [] : stripOf((await developmentOf(tx, ctx, caseId)).members))

async function meetingsTold(tx: Tx, ctx: Context, caseId: number): Promise<FamilyOverview['meetings']> {
  const kinds = (await packOf(tx, caseId))?.meetingKinds ?? []
  return (await nextMeetings(tx, [caseId])).map((one) => ({
    id: one.id,
    label: kinds.findLast((k) => k.code === one.kind)?.label[ctx.locale] ?? one.kind,
    day: copenhagenDay(one.startsAt),
    shelfId: one.shelfId,
    subjects: one.subjects,
  }))
}

type Rights = { ledger: boolean; register: boolean; decide: boolean; closed: boolean }
async function wholeOf(tx: Tx, ctx: Context, caseId: number, plan: PlanPage, people: CasePerson[]): Promise<FamilyOverview['whole']> {
  const { rows } = await sql<Rights>`select coalesce(${caseId} = any (access.ids('ledger')), false) as ledger,
    access.may_register_consent(${caseId}) as register,
    access.decides_intake(${caseId}) as decide,
    exists (select from closure k where k.case_id = ${caseId} and k.reopened_at is null) as closed`.execute(tx)
  const rights = rows[0]
  if (!rights?.ledger) return null
  const pack = await packOf(tx, caseId)
  const referral = await latestReferral(tx, caseId)
  const said = await consentWords(tx, ctx, caseId, pack, people)
  const inIntake = referral !== null && referral.decision !== 'accepted'
  const missingYes = inIntake ? [...said.intake, ...said.minimum] : said.minimum
  const screening = inIntake ? (await screenings(tx, [caseId]))[0] : undefined
  const screened =
    !inIntake || (screening !== undefined && pack !== null && screeningResult(pack, screening.answers, ctx.today).result !== 'unanswered')
  const begun = plan.hopes.length + plan.goals.length + plan.activities.length > 0
  const { state, next } = familyState({
    referredOn: referral?.referredOn ?? '',
    consentInPlace: missingYes.length === 0,
    screenedOn: screened ? (screening?.screenedOn ?? '') : null,
    decision:
      referral === null
        ? { decision: 'accepted', on: '' }
        : referral.decision
          ? { decision: referral.decision, on: referral.decided_at?.slice(0, 10) ?? '' }
          : null,
    coordinatorSince: plan.team.some((h) => h.role === 'coordinator') ? '' : null,
    planBegunOn: begun ? '' : null,
    agreedOn: plan.versions[0]?.agreedOn ?? null,
    closedOn: rights.closed ? '' : null,
  })
  const appoint = next === 'coordinator' && (await hasProjectRole(tx, ctx, caseId, 'project-manager'))
  const over = state === 'closed' || state === 'refused'
  const asked = over || inIntake ? null : await inquiryStanding(tx, ctx, caseId)
  return {
    state,
    inIntake,
    waiting: over ? [] : said.waiting,
    minimum: over ? [] : missingYes,
    inquiries: asked && { ...asked, waiting: asked.waiting.length },
    next: nextStepOf({
      caseId,
      state,
      next,
      missing: plan.missing.length,
      waitingFor: plan.agreement?.state?.waitingFor.length ?? 0,
      followUpOn: plan.nextFollowUpOn,
      may: { consent: rights.register, decide: rights.decide, appoint, hope: plan.may.hope, agree: plan.may.makeVersion },
    }),
  }
}

async function consentWords(tx: Tx, ctx: Context, caseId: number, pack: Pack | null, people: CasePerson[]) {
  if (pack === null) return { waiting: [], intake: [], minimum: [] }
  const known: ConsentPage['people'] = people.map((p) => ({
    id: p.id,
    firstName: p.firstName,
    age: p.born ? ageOn(p.born, ctx.today) : null,
    role: p.role,
    language: p.language,
    interpreter: p.interpreter,
  }))
  const page = {
    people: known,
    labels: labelsOf(pack, ctx),
    offers: offerViews(pack, ctx),
    consents: await consentsOf(tx, caseId, ctx.today),
  }
  const missing = (inIntake: boolean) => minimumMissing({ ...page, inIntake }).map(({ label, names }) => ({ label, names }))
  return {
    waiting: [...new Set(page.consents.flatMap((c) => missingSentences(ctx.locale, page, c).map((s) => s.text)))],
    intake: missing(true),
    minimum: missing(false),
  }
}

/** Null before a pack was applied: then nothing is asked for. */
const packOf = (tx: Tx, caseId: number): Promise<Pack | null> =>
  casePack(tx, caseId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
