import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type IntakeFacts, missingConsents, placesFree } from './intake.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { caseHead, type CaseHead, familyPeople, type FamilyPerson, holdsPlace, places, type Places, validConsents } from './queries.server.ts'
import { latestHearings, latestReferral, screenings, type Screening } from './record-queries.server.ts'
import { screeningResult } from './screening.ts'
import type { CriteriaResult } from '#app/catalogue/criteria.ts'

/** Everything a decision about a family rests on, read at once. */
export type IntakeBasis = {
  head: CaseHead
  pack: Pack
  people: FamilyPerson[]
  screening: Screening | null
  result: CriteriaResult
  hearings: Awaited<ReturnType<typeof latestHearings>>
  referral: Awaited<ReturnType<typeof latestReferral>>
  places: Places | null
  missing: { person: FamilyPerson; template: string }[]
  intakeConsent: { person: FamilyPerson; template: string }[]
  facts: IntakeFacts
}
export async function intakeBasis(tx: Tx, ctx: Context, caseId: number): Promise<IntakeBasis> {
  const head = await caseHead(tx, caseId)
  const pack = await projectPack(tx, head.projectId)
  const people = await familyPeople(tx, ctx, [caseId])
  const consents = await validConsents(tx, [caseId])
  const missing = missingConsents(inForce(pack.minimumConsents, ctx.today), people, consents)
  const intakeConsent = missingConsents(inForce(pack.intakeConsents, ctx.today), people, consents)
  const screening = (await screenings(tx, [caseId]))[0] ?? null
  const result = screeningResult(pack, screening?.answers ?? [], ctx.today)
  const hearings = await latestHearings(tx, caseId)
  const referral = await latestReferral(tx, caseId)
  const room = await places(tx, head.projectId)
  const capacity = room?.capacity ?? head.capacity
  // A place that is held for another family is not free for this one.
  const heldForOthers = room && room.held > 0 ? room.held - ((await holdsPlace(tx, caseId)) ? 1 : 0) : 0
  const facts: IntakeFacts = {
    today: ctx.today,
    computed: result.result,
    missing: result.missing.map((one) => one.question[ctx.locale]),
    withoutConsent: [...new Set(missing.map(({ person }) => person.firstName))],
    hearings,
    placesFree: room ? placesFree(capacity, room.taken + heldForOthers) : null,
    capacity: capacity ?? 0,
    decided: referral?.decision === 'accepted' || referral?.decision === 'refused',
  }
  return { head, pack, people, screening, result, hearings, referral, places: room, missing, intakeConsent, facts }
}
