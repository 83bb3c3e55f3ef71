import { expect, test } from 'vitest'
import { fillLetter } from './letters.ts'
import { inForce, itemAt } from './pack-item.ts'
import {
  ageAt, authorityRoles, breakGlassRoles, householdSharedByDefault, longestMonths, planRules, settingAt, smallestGroup,
} from './pack-values.ts'
import { lix } from '#app/platform/calc/lix.ts'
import { accessRows } from './access-rows.ts'
import { ownPacks } from './testing.ts'
import { signerRuleFor } from './signer-rules.ts'

const { packs, effective } = await ownPacks()
const hedensted = effective('hedensted')
const thisted = effective('thisted')
const today = '2026-11-22'

test('ORG-13 and CON-02: a municipality inherits sectors, consents and indicators, and adds its own', () => {
  expect(hedensted.sectors.map((one) => one.code)).toContain('coordination')
  expect(hedensted.minimumConsents.map((one) => one.code)).toEqual(['holistic-plan', 'first-meeting'])
  expect(hedensted.units.length).toBeGreaterThan(10)
  expect(hedensted.extends).toEqual([])
})

test('a local item takes the place of the inherited one, in its place in the list', () => {
  const national = packs['national-2014']
  expect(hedensted.intakeRules[0]?.when).toEqual({
    all: ['parent-on-cash-benefit', 'social-problems', 'health-problems', 'employment-problems', 'several-departments'],
  })
  expect(national?.intakeRules[0]?.code).toBe(hedensted.intakeRules[0]?.code)
  expect(hedensted.intakeCriteria.map((one) => one.code)).not.toContain('parent-on-public-support')
})

test('PROG-06 to PROG-31: thirteen subjective and thirteen objective indicators', () => {
  const of = (kind: string) => hedensted.indicators.filter((one) => one.kind === kind).length
  expect([of('subjective'), of('objective')]).toEqual([13, 13])
})

test('GOAL-01 to GOAL-11: the goals of Hedensted are all there', () => {
  expect(hedensted.projectGoals.map((one) => one.requirement)).toEqual(
    Array.from({ length: 11 }, (_, at) => `GOAL-${String(at + 1).padStart(2, '0')}`))
})

test('KOO-01, KOO-02, KOO-06: one coordinator in Hedensted, two in Thisted, none of them the case worker', () => {
  expect(settingAt(hedensted, 'coordinatorModel', today)).toBe('primary')
  expect(settingAt(thisted, 'coordinatorModel', today)).toBe('primary-and-secondary')
  expect([hedensted, thisted].map((pack) => settingAt(pack, 'coordinatorMayBeCaseworker', today))).toEqual([false, false])
  expect([hedensted, thisted].map((pack) => settingAt(pack, 'capacity', today))).toEqual([25, 25])
})

test('PLAN-06, PLAN-19, MEET-06, MEET-07: three levels of goals, follow-up every three months, network meetings in Hedensted only', () => {
  expect(planRules(hedensted, today)).toEqual({
    goalLevels: 3, followUpEveryMonths: 3, networkMeetingEveryMonths: 6, recommendedBy: 'network-meeting', approvedBy: 'network-meeting',
    measuresApprovedBy: 'responsible-manager',
  })
  expect(planRules(thisted, today))
    .toMatchObject({ followUpEveryMonths: 3, networkMeetingEveryMonths: null, measuresApprovedBy: 'line-authority' })
})

test('MEET-17 and PLAN-14: a meeting approves in Hedensted and never decides in Thisted', () => {
  expect(itemAt(hedensted.meetingKinds, 'network-meeting', today))
    .toMatchObject({ plan: 'approves', measures: 'recommends', everyMonths: 6 })
  // the project's own rhythm; the kinds that every project may hold stand beside it
  const own = thisted.meetingKinds.filter((one) => one.everyMonths !== null)
  expect(own.map((one) => [one.plan, one.measures, one.everyMonths])).toEqual([['never-decides', 'never-decides', 3]])
  for (const pack of [hedensted, thisted]) expect(itemAt(pack.meetingKinds, 'signs-of-safety', today)).toMatchObject({ measures: 'decides', startsAtOnce: true })
})

test('only child protection breaks glass; authority roles are the pack\'s', () => {
  expect(breakGlassRoles(hedensted, today)).toEqual(['child-protection-duty', 'child-protection-manager'])
  expect(authorityRoles(hedensted, today)).toEqual(['authority-officer', 'child-protection-duty', 'child-protection-manager'])
})

test.each([
  [34, 'coordination', 'plan', 'self'],
  [9, 'coordination', 'plan', 'all-holders'],
  [14, 'coordination', 'health', 'all-holders'],
  [15, 'coordination', 'plan', 'young-person-and-holders'],
  [16, 'coordination', 'health', 'young-person-alone'],
  [17, 'photos', 'documents', 'young-person-and-holders'],
  [18, 'coordination', 'health', 'self'],
])('at %i, a consent of purpose %s to %s is signed by %s', (years, purpose, category, rule) => {
  expect(signerRuleFor(hedensted.signerRules, { purpose, category, age: years }, today)).toBe(rule)
})

test('health, psychiatry, general practice and addiction share for at most 12 months', () => {
  expect(['health', 'psychiatry', 'general-practice', 'addiction', 'education'].map((sector) => longestMonths(hedensted, sector, today)))
    .toEqual([12, 12, 12, 12, null])
})

test('household sharing follows the category, and never health, addiction, money or assessment', () => {
  const shared = (sector: string, category: string) => householdSharedByDefault(hedensted, sector, category, today)
  expect(['plan', 'agreements', 'meetings'].map((category) => shared('coordination', category))).toEqual([true, true, true])
  expect(['costs', 'assessment', 'health'].map((category) => shared('coordination', category))).toEqual([false, false, false])
  expect(['addiction', 'health', 'unknown'].map((sector) => shared(sector, 'plan'))).toEqual([false, false, false])
})

test('CON-08: the smallest group per audience; an unknown audience gets the strictest', () => {
  expect(['published', 'committees', 'steeringGroup', 'projectManager', 'anyone'].map((who) => smallestGroup(hedensted, who, today)))
    .toEqual([5, 5, 3, null, 5])
})

test('inForce keeps both ends of a period', () => {
  const items = [{ validFrom: '2020-01-01', validUntil: '2020-12-31' }, { validFrom: '2021-01-01', validUntil: null }]
  expect(['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map((day) => inForce(items, day).length)).toEqual([0, 1, 1, 1])
})

test('MEET-09: the rule about job-centre talks changes on 1 July 2026', () => {
  expect(itemAt(hedensted.obligations, 'job-talk', '2026-06-30')?.firstWithin).toEqual({ weeks: 1 })
  expect(itemAt(hedensted.obligations, 'job-talk', '2026-07-01')).toMatchObject({ decidedLocally: true, verified: false })
})

test('every municipality has a procedure for concern, and only 112 is a real number', () => {
  for (const pack of [hedensted, thisted]) {
    const procedure = itemAt(pack.concernProcedures, 'concern', today)
    expect(procedure?.phones.filter((phone) => !phone.example).map((phone) => phone.number)).toEqual(['112'])
  }
})

test('every optional consent says that a no does not change the help', () => {
  expect(hedensted.optionalConsents.every((one) => one.refusal.da === 'Et nej ændrer ikke jeres hjælp.')).toBe(true)
  for (const one of hedensted.optionalConsents) {
    expect(one.fromSectors.every((sector) => one.months <= (longestMonths(hedensted, sector, today) ?? one.months)), one.code).toBe(true)
  }
})

test('a letter is filled in, and says what is missing', () => {
  const letter = itemAt(hedensted.letterTemplates, 'consent-reminder', today)
  expect(letter).toBeDefined()
  if (!letter) return
  const filled = fillLetter(letter, { name: 'Jonas', childName: 'Ida', municipality: 'Hedensted Kommune' }, 'da')
  expect(filled.body).toContain('Kære Jonas')
  expect(filled.missing).toEqual(['answerBy', 'link', 'contactName', 'contactPhone'])
})

test('the age limits are those of the access rules', () => {
  expect(['adult', 'health-alone', 'co-sign', 'co-sign-holistic-plan'].map((code) => ageAt(hedensted, code, today)))
    .toEqual([18, 15, 15, 16])
})

test('the rows for the policies: any purpose is a star, an open age 150, each kind of role its own row', () => {
  const rows = accessRows(hedensted)
  expect(rows.signer_rule.map((row) => [row.purpose, row.category, row.age_from, row.age_until, row.rule])).toEqual([
    ['*', '*', 18, 150, 'self'], ['*', '*', 0, 14, 'all-holders'], ['*', '*', 15, 17, 'young-person-and-holders'],
    ['*', 'health', 15, 17, 'young-person-alone'],
  ])
  expect(rows.pack_role.filter((row) => row.role === 'child-protection-duty').map(({ kind, sector }) => [kind, sector]))
    .toEqual([['break-glass', null], ['authority', 'family-department'], ['child-protection', null]])
  expect(rows.pack_role).toContainEqual({
    kind: 'assignment', role: 'teacher', sector: 'education', verbs: ['create', 'change'], valid_from: '2014-01-01', valid_until: null,
  })
  expect([rows.law_age.length, rows.consent_duration.length, rows.legal_basis_rule.length]).toEqual([7, 4, 4])
})

test('texts to a family are easy to read: LIX at most 35', () => {
  const texts = (['intakeConsents', 'minimumConsents', 'optionalConsents'] as const).flatMap((section) => hedensted[section].map((one) =>
    [one.code, [one.what.da, one.why.da, one.refusal.da].join(' ')] as const))
  const letters = hedensted.letterTemplates.map((one) => [one.code, one.body.da.replaceAll(/\{\{\w+\}\}/g, 'Ida')] as const)
  const hard = [...texts, ...letters].map(([code, text]) => [code, lix(text).lix ?? 0] as const).filter(([, value]) => value > 35)
  expect(hard).toEqual([])
})
