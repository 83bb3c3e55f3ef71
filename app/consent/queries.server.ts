import { type Selectable, sql } from 'kysely'
import type { Tx } from '#app/platform/db.server.ts'
import type { Tables } from '#app/platform/tables.ts'
import type { Helper, SharedDocument } from './consent-page.ts'
import { type Basis, basisStanding, lastDay, type LedgerConsent, type Part, type Signer, signerState, standingOf } from './consent.ts'

/*
 * Reads of the ledger. Row-level security gives only what the actor may see; validity is judged by the database with all facts, at
 * this instant.
 */

/** The consents of a case that the actor sees, oldest first. */
export async function consentsOf(tx: Tx, caseId: number, today: string): Promise<LedgerConsent[]> {
  const rows = await tx.selectFrom('consent').selectAll().where('case_id', '=', caseId).orderBy('id').execute()
  return fill(tx, rows, today)
}
/** One consent, or null when it is not there for the actor. */
export async function findConsent(tx: Tx, consentId: number, today: string, caseId?: number): Promise<LedgerConsent | null> {
  const rows = await tx
    .selectFrom('consent')
    .selectAll()
    .where('id', '=', consentId)
    .$if(caseId !== undefined, (q) => q.where('case_id', '=', caseId ?? 0))
    .execute()
  return (await fill(tx, rows, today))[0] ?? null
}
/** Every consent the family member may see, in all their cases. */
export async function consentsOfMember(tx: Tx, today: string): Promise<LedgerConsent[]> {
  const rows = await tx.selectFrom('consent').selectAll().orderBy('id').execute()
  return fill(tx, rows, today)
}

async function fill(tx: Tx, rows: Selectable<Tables['consent']>[], today: string): Promise<LedgerConsent[]> {
  if (rows.length === 0) return []
  const ids = rows.map((r) => r.id)
  const parts = await partsOf(tx, ids)
  const signers = await tx.selectFrom('consent_signer').selectAll().where('consent_id', 'in', ids).orderBy('id').execute()
  return rows.map((r) => {
    const own = parts.filter((p) => p.consentId === r.id)
    const required = [...new Set(own.flatMap((p) => p.required ?? []))]
    const signed = signers.filter((s) => s.consent_id === r.id).map((s) => signerOf(s, required))
    const unasked = required.filter((id) => !signed.some((s) => s.personId === id)).map((id) => ({ ...NOBODY_ASKED, personId: id }))
    const c = {
      id: r.id,
      caseId: r.case_id,
      subjectId: r.subject_id,
      purpose: r.purpose,
      template: r.template,
      fromSectors: r.from_sectors,
      toSectors: r.to_sectors,
      categories: r.categories,
      wording: r.wording,
      validFrom: r.valid_from,
      validUntil: r.valid_until,
      withdrawnAt: r.withdrawn_at,
      withdrawnBy: r.withdrawn_by,
      withdrawnVia: r.withdrawn_via,
      renews: r.renews,
      healthAgreement: r.health_agreement,
      signers: [...signed, ...unasked],
      parts: own.map(({ consentId: _, ...p }) => p),
    }
    return { ...c, standing: standingOf(c, today), lastsUntil: lastDay(c) }
  })
}

async function partsOf(tx: Tx, ids: number[]): Promise<(Part & { consentId: number })[]> {
  const { rows } = await sql<
    Part & { consentId: number }
  >`select consent_id as "consentId", category, from_sector as "fromSector", required, valid, lasts_until as "lastsUntil"
    from access.consent_states(${ids}::bigint[]) order by consent_id, category, from_sector`.execute(tx)
  return rows
}

const NOBODY_ASKED = {
  required: true,
  state: 'not-asked',
  askedAt: null,
  askedChannel: null,
  signedAt: null,
  signedHow: null,
  refusedAt: null,
  attempt1On: null,
  attempt2On: null,
  noContactReason: null,
  witness: null,
  language: null,
  interpreter: false,
  readAloud: false,
} as const satisfies Omit<Signer, 'personId'>

function signerOf(s: Selectable<Tables['consent_signer']>, required: number[]): Signer {
  const dates = {
    askedAt: s.asked_at,
    signedAt: s.signed_at,
    refusedAt: s.refused_at,
    attempt1On: s.attempt1_on,
    attempt2On: s.attempt2_on,
    noContactReason: s.no_contact_reason,
  }
  return {
    ...dates,
    personId: s.signer_id,
    required: required.includes(s.signer_id),
    state: signerState(dates),
    askedChannel: s.asked_channel,
    signedHow: s.signed_how,
    witness: s.witness,
    language: s.language,
    interpreter: s.interpreter,
    readAloud: s.read_aloud,
  }
}

/** The legal bases of a case that the actor sees, newest first. */
export async function basesOf(tx: Tx, caseId: number, today: string): Promise<Basis[]> {
  const rows = await tx.selectFrom('legal_basis').selectAll().where('case_id', '=', caseId).orderBy('id', 'desc').execute()
  return rows.map((r) => {
    const dates = {
      validFrom: r.valid_from,
      validUntil: r.valid_until,
      confirmBy: r.confirm_by,
      confirmedAt: r.confirmed_at,
      endedAt: r.ended_at,
    }
    return {
      ...dates,
      id: r.id,
      subjectId: r.subject_id,
      paragraph: r.paragraph,
      fromSectors: r.from_sectors,
      toSectors: r.to_sectors,
      categories: r.categories,
      reason: r.reason,
      registeredBy: r.registered_by,
      registeredAt: r.registered_at,
      confirmedBy: r.confirmed_by,
      hiddenUntil: r.hidden_until,
      confirmerId: r.confirmer_id,
      standing: basisStanding(dates, today),
    }
  })
}

/** Who works with the family today, coordinators first. */
export async function helpersOf(tx: Tx, caseIds: number[], today: string): Promise<(Helper & { caseId: number })[]> {
  if (caseIds.length === 0) return []
  const rows = await tx
    .selectFrom('assignment')
    .innerJoin('staff', (j) =>
      j.onRef('staff.municipality_id', '=', 'assignment.municipality_id').onRef('staff.id', '=', 'assignment.staff_id'),
    )
    .select([
      'assignment.case_id as caseId',
      'staff.id as staffId',
      'staff.name as name',
      'assignment.role as role',
      'assignment.sector as sector',
      'assignment.does_what as doesWhat',
    ])
    .where('assignment.case_id', 'in', caseIds)
    .where(sql<boolean>`access.within(${today}::date, assignment.valid_from, assignment.valid_until)`)
    .orderBy(sql`assignment.sector <> 'coordination', assignment.id`)
    .execute()
  return rows
}
/** Is a shield in force between people of the case? (CON-15) */
export async function hasShield(tx: Tx, caseId: number, today: string): Promise<boolean> {
  const row = await tx
    .selectFrom('shield')
    .select('id')
    .where('case_id', '=', caseId)
    .where('lifted_at', 'is', null)
    .where(sql<boolean>`access.within(${today}::date, valid_from, valid_until)`)
    .executeTakeFirst()
  return row !== undefined
}

/** Which documents are shared, how and where (CON-07). */
export async function sharedDocumentsOf(tx: Tx, caseId: number): Promise<SharedDocument[]> {
  const rows = await tx
    .selectFrom('shared_document_rule')
    .select(['id', 'document', 'with_sectors', 'how', 'kept_where', 'subjects', 'shelf_id'])
    .where('case_id', '=', caseId)
    .where('ended_on', 'is', null)
    .where('replaced_by', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    document: r.document,
    withSectors: r.with_sectors,
    how: r.how,
    keptWhere: r.kept_where,
    subjects: r.subjects,
    shelfId: r.shelf_id,
  }))
}
