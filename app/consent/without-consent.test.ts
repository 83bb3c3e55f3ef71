import { beforeAll, describe, expect, test } from 'vitest'
import { sealCpr } from '#app/platform/cpr/cpr-column.server.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { addDays, addMonths } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, insert, type World } from '#test/world.ts'
import { breakGlass, readGlass, withholdFromLog } from './break-glass.server.ts'
import { confirmLegalBasis, endLegalBasis, readBasisToConfirm, registerLegalBasis } from './legal-basis.server.ts'
import { readMyConsents } from './read-my-consents.server.ts'
import { readConsentPage } from './read-consent-page.server.ts'
import { endDocumentShared, registerDocumentShared } from './shared-documents.server.ts'
import { switchHouseholdShared } from './stop-sharing.server.ts'
import { aCpr, aGoal, consentWorld } from './testing.ts'

let t: TestDatabase
let today: string
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  today = new Date().toISOString().slice(0, 10)
})
const ASSIGNED = ['coordinator', 'teacher', 'familyWorker'] as const
const basisOf = (w: World, more: object = {}) => ({
  caseId: w.caseId,
  subjectId: w.people.ida,
  paragraph: 'Barnets lov, tidligt samarbejde (SSD)',
  fromSectors: ['family-department'],
  toSectors: ['education'],
  categories: ['assessment'],
  from: today,
  until: addDays(today, 30),
  reason: 'Der er grund til bekymring for Idas trivsel',
  confirmerId: w.staff.dutyOfficer,
  ...more,
})
const seenBy = (w: World, who: 'teacher' | 'dutyOfficer' | 'coordinator') =>
  inTransaction(w.ctxFor(who), w.caseId, async (tx) => (await tx.selectFrom('goal').select('title').execute()).map((g) => g.title))

describe('sharing without consent', () => {
  test('CON-03: an authority role opens what the paragraph carries; a second person confirms; it is in the log', async () => {
    const w = await consentWorld(t, { assigned: [...ASSIGNED] })
    await aGoal(t, w, [w.people.ida], 'Vurdering', { sector: 'family-department', category: 'assessment' })
    expect(await seenBy(w, 'teacher')).toEqual([])
    const { basisId, confirmBy } = await registerLegalBasis(w.ctxFor('familyWorker'), basisOf(w))
    expect(confirmBy > today).toBe(true)
    expect(await seenBy(w, 'teacher')).toEqual(['Vurdering'])
    await expect(confirmLegalBasis(w.ctxFor('familyWorker'), { basisId })).rejects.toMatchObject({ name: 'NotFound' })
    await expect(confirmLegalBasis(w.ctxFor('coordinator'), { basisId })).rejects.toMatchObject({ name: 'NotFound' })
    expect(await readBasisToConfirm(w.ctxFor('dutyOfficer'), { basisId })).toMatchObject({ subject: 'Ida', registeredBy: 'Sofie Lund' })
    await confirmLegalBasis(w.ctxFor('dutyOfficer'), { basisId })
    expect((await readMyConsents(w.ctxFor('mette'), {})).without).toMatchObject([
      { title: expect.stringContaining('(om Ida)'), why: expect.stringContaining('trivsel') },
    ])
    expect((await readConsentPage(w.ctxFor('familyWorker'), { caseId: w.caseId })).bases).toMatchObject([
      { id: basisId, standing: 'in-force' },
    ])
    expect((await auditRows(t, 'consent.confirm-basis')).at(-1)).toMatchObject({
      outcome: 'done',
      case_id: w.caseId,
      details: { basis: basisId },
    })
    await endLegalBasis(w.ctxFor('familyWorker'), { caseId: w.caseId, basisId })
    expect(await seenBy(w, 'teacher')).toEqual([])
    await expect(endLegalBasis(w.ctxFor('familyWorker'), { caseId: w.caseId, basisId })).rejects.toMatchObject({ code: 'basis-over' })
  })
  test('CON-03: unconfirmed it lapses after two working days, and cannot be confirmed any more', async () => {
    const w = await consentWorld(t, { assigned: [...ASSIGNED] })
    await aGoal(t, w, [w.people.ida], 'Vurdering', { sector: 'family-department', category: 'assessment' })
    const { basisId, confirmBy } = await registerLegalBasis(w.ctxFor('familyWorker'), basisOf(w))
    try {
      await t.setNow(`${addDays(confirmBy, 1)}T10:00:00Z`)
      expect(await seenBy(w, 'teacher')).toEqual([])
      await expect(confirmLegalBasis(w.ctxFor('dutyOfficer'), { basisId })).rejects.toMatchObject({ code: 'basis-lapsed' })
      expect((await readConsentPage(w.ctxFor('familyWorker'), { caseId: w.caseId })).bases).toMatchObject([{ standing: 'lapsed' }])
    } finally {
      await t.setNow(null)
    }
  })
  test('CON-03: nobody without authority for the from-sector, nothing the paragraph does not carry, no longer than it may', async () => {
    const w = await consentWorld(t, { assigned: [...ASSIGNED] })
    await expect(registerLegalBasis(w.ctxFor('teacher'), basisOf(w, { fromSectors: ['education'] }))).rejects.toMatchObject({
      name: 'Forbidden',
    })
    await expect(registerLegalBasis(w.ctxFor('coordinator'), basisOf(w))).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(registerLegalBasis(w.ctxFor('familyWorker'), basisOf(w, { toSectors: ['employment'] }))).rejects.toMatchObject({
      issues: [{ field: 'toSectors' }],
    })
    await expect(registerLegalBasis(w.ctxFor('familyWorker'), basisOf(w, { categories: ['costs'] }))).rejects.toMatchObject({
      issues: [{ field: 'categories' }],
    })
    await expect(registerLegalBasis(w.ctxFor('familyWorker'), basisOf(w, { until: addDays(today, 90) }))).rejects.toMatchObject({
      issues: [{ field: 'until' }],
    })
    await expect(registerLegalBasis(w.ctxFor('familyWorker'), basisOf(w, { confirmerId: w.staff.teacher }))).rejects.toMatchObject({
      issues: [{ field: 'confirmerId' }],
    })
    expect((await auditRows(t, 'consent.register-basis')).filter((r) => r.outcome === 'refused' && r.case_id === w.caseId)).toHaveLength(2)
    const other = await consentWorld(t, { municipality: 787, assigned: [...ASSIGNED] })
    await expect(registerLegalBasis(other.ctxFor('familyWorker'), basisOf(w, { confirmerId: '' }))).rejects.toMatchObject({
      name: 'NotFound',
    })
  })
})

describe('emergency access', () => {
  const withCpr = async (number: string, opts: object = {}) => {
    const w = await consentWorld(t, opts)
    await aCpr(t, w, w.people.ida, sealCpr(w.municipalityId, number))
    await aGoal(t, w, [w.people.ida], 'Skolens note', { sector: 'education', category: 'education' })
    return w
  }
  const reason = 'Politiet ringer: barnet er alene hjemme'
  test('case 15: a teacher who asks for it is refused, and that is in the log', async () => {
    const w = await withCpr('0101170001')
    await expect(breakGlass(w.ctxFor('teacher'), { cpr: '010117-0001', reason })).rejects.toMatchObject({ name: 'Forbidden' })
    expect((await auditRows(t, 'consent.break-glass')).at(-1)).toMatchObject({ outcome: 'refused', actor_id: w.staff.teacher })
  })
  test('case 11: the duty officer sees for four hours, reads only, and the family sees it at once', async () => {
    const w = await withCpr('0101170002')
    await expect(breakGlass(w.ctxFor('dutyOfficer'), { cpr: '0101170002', reason: 'haster' })).rejects.toMatchObject({
      issues: [{ field: 'reason' }],
    })
    await expect(breakGlass(w.ctxFor('dutyOfficer'), { cpr: '01011', reason })).rejects.toMatchObject({ issues: [{ field: 'cpr' }] })
    expect(await breakGlass(w.ctxFor('dutyOfficer'), { cpr: '010117-0002', reason })).toMatchObject({ caseIds: [w.caseId] })
    expect(await seenBy(w, 'dutyOfficer')).toEqual(['Skolens note'])
    expect((await auditRows(t, 'consent.break-glass')).at(-1)).toMatchObject({ outcome: 'done', bases: ['break-glass'], case_id: w.caseId })
    const rows = await inTransaction(w.ctxFor('dutyOfficer'), w.caseId, (tx) =>
      tx.updateTable('goal').set({ title: 'x' }).returning('id').execute(),
    )
    expect(rows).toEqual([])
    const seen = () => inTransaction(w.ctxFor('mette'), w.caseId, (tx) => tx.selectFrom('break_glass').select('reason').execute())
    expect(await seen()).toEqual([{ reason }])
    const shown = async () => (await readMyConsents(w.ctxFor('mette'), {})).without.map((x) => x.title)
    expect(await shown()).toEqual(['Niels Dam åbnede i en nødsituation'])
    const mine = (await readGlass(w.ctxFor('dutyOfficer'), {})).glass.find((g) => g.caseId === w.caseId)!
    const hide = {
      kind: 'break-glass',
      id: mine.id,
      paragraph: 'Forvaltningsloven § 15 b',
      reason: 'Efterforskning',
      until: addMonths(today, 2),
    }
    await expect(withholdFromLog(w.ctxFor('teacher'), hide)).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(withholdFromLog(w.ctxFor('dutyOfficer'), { ...hide, until: addMonths(today, 4) })).rejects.toMatchObject({
      name: 'Forbidden',
    })
    await withholdFromLog(w.ctxFor('dutyOfficer'), hide)
    expect(await seen()).toEqual([])
    expect(await shown()).toEqual([])
    try {
      await t.setNow(new Date(Date.now() + 5 * 3_600_000).toISOString())
      expect(await seenBy(w, 'dutyOfficer')).toEqual([])
    } finally {
      await t.setNow(null)
    }
  })
  test('CON-03: an unknown number, another municipality, and an officer who knows the family all get nothing', async () => {
    const w = await withCpr('0101170003')
    const thisted = await consentWorld(t, { municipality: 787 })
    expect((await breakGlass(w.ctxFor('dutyOfficer'), { cpr: '0101170009', reason })).caseIds).toEqual([])
    expect((await breakGlass(thisted.ctxFor('dutyOfficer'), { cpr: '0101170003', reason })).caseIds).toEqual([])
    await insert(t, 'disqualification', {
      municipality_id: w.municipalityId,
      case_id: w.caseId,
      staff_id: w.staff.dutyOfficer,
      kind: 'named',
      valid_from: '2020-01-01',
    })
    expect((await breakGlass(w.ctxFor('dutyOfficer'), { cpr: '0101170003', reason })).caseIds).toEqual([])
    expect(await seenBy(w, 'dutyOfficer')).toEqual([])
  })
})

describe('inside the family, and documents', () => {
  test("case 18: the mother takes her goal out of the household's view; staff do it at her word", async () => {
    const w = await consentWorld(t, { ages: { ida: 16 } })
    const [one, two] = [await aGoal(t, w, [w.people.mette], 'Et mål'), await aGoal(t, w, [w.people.mette], 'Et andet')]
    const seenByIda = () =>
      inTransaction(w.ctxFor('ida'), w.caseId, async (tx) => (await tx.selectFrom('goal').select('title').execute()).map((g) => g.title))
    expect(await seenByIda()).toHaveLength(2)
    await expect(switchHouseholdShared(w.ctxFor('ida'), { caseId: w.caseId, table: 'goal', recordId: one })).rejects.toMatchObject({
      name: 'Forbidden',
    })
    await switchHouseholdShared(w.ctxFor('mette'), { caseId: w.caseId, table: 'goal', recordId: one })
    expect(await seenByIda()).toEqual(['Et andet'])
    await expect(
      switchHouseholdShared(w.ctxFor('coordinator'), {
        caseId: w.caseId,
        table: 'goal',
        recordId: two,
        forPerson: w.people.ida,
        via: 'telephone',
      }),
    ).rejects.toMatchObject({ name: 'Forbidden' })
    await switchHouseholdShared(w.ctxFor('coordinator'), {
      caseId: w.caseId,
      table: 'goal',
      recordId: two,
      forPerson: w.people.mette,
      via: 'telephone',
    })
    expect(await seenByIda()).toEqual([])
    expect(await auditRows(t, 'consent.stop-household-sharing')).toHaveLength(4)
  })
  test('CON-07: which documents are shared, how and where', async () => {
    const w = await consentWorld(t)
    const shared = {
      caseId: w.caseId,
      document: 'Barnets plan',
      withSectors: ['education'],
      how: 'handed-over',
      keptWhere: 'DUBU',
      subjects: [w.people.ida],
    }
    const { id } = await registerDocumentShared(w.ctxFor('coordinator'), shared)
    expect((await readConsentPage(w.ctxFor('coordinator'), { caseId: w.caseId })).documents).toMatchObject([
      { id, document: 'Barnets plan', withSectors: ['education'] },
    ])
    await expect(registerDocumentShared(w.ctxFor('teacher'), shared)).rejects.toMatchObject({ name: 'Forbidden' })
    await endDocumentShared(w.ctxFor('coordinator'), { caseId: w.caseId, documentId: id })
    expect((await readConsentPage(w.ctxFor('coordinator'), { caseId: w.caseId })).documents).toEqual([])
  })
})
