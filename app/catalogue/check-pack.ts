import { closest } from './closest.ts'
import { expressionCodes } from './criteria.ts'
import { packErrors, referenceNames } from './messages.ts'
import { itemsOf, sectionNames, type Pack } from './pack.ts'
import type { Words } from './pack-item.ts'
import { placeholdersIn } from './letters.ts'
import { signerRuleRank } from './signer-rules.ts'

/** Something wrong in a pack's data, by path; `readPack` gives it a file and a line. */
export type PackProblem = {
  path: readonly PropertyKey[]
  message: Words
  /** The code that was looked for in vain, where that is the problem. */
  names?: string
}

/** What the schema alone cannot see: dates, references to other items, letters' placeholders, rules that contradict each other. */
export function checkPack(pack: Pack, effective: Pack): PackProblem[] {
  return [
    ...checkDates(pack), ...checkAges(pack), ...checkReferences(pack, effective), ...checkScales(pack, effective), ...checkLetters(pack),
    ...checkSignerRules(pack),
  ]
}

function checkDates(pack: Pack): PackProblem[] {
  return sectionNames.flatMap((section) => {
    const items = itemsOf(pack, section)
    return items.flatMap((one, at) => {
      if (one.validUntil !== null && one.validUntil < one.validFrom) {
        return [{ path: [section, at, 'validUntil'], message: packErrors.untilBeforeFrom() }]
      }
      const clash = items.slice(0, at).some((other) => other.code === one.code && overlap(one, other))
      return clash ? [{ path: [section, at, 'code'], message: packErrors.overlap(one.code) }] : []
    })
  })
}

type Period = { validFrom: string; validUntil: string | null }
const overlap = (a: Period, b: Period): boolean =>
  (b.validUntil === null || a.validFrom <= b.validUntil) && (a.validUntil === null || b.validFrom <= a.validUntil)

type AgeRange = { ageFrom: number; ageUntil: number | null }

function checkAges(pack: Pack): PackProblem[] {
  const ranged = ['signerRules', 'sectorPlans', 'indicators', 'projectGoals'] as const
  return ranged.flatMap((section) => {
    const items: readonly AgeRange[] = pack[section]
    return items.flatMap((one, at) => one.ageUntil !== null && one.ageUntil < one.ageFrom
      ? [{ path: [section, at, 'ageUntil'], message: packErrors.ageUntilBeforeFrom() }] : [])
  })
}

type Target = 'sectorPlans' | 'optionalConsents' | 'sectors' | 'categories' | 'purposes' | 'postRoles' | 'lawAreas' | 'obligations' | 'scales' | 'units' | 'intakeCriteria' | 'frameworks' | 'frameworkThemes' | 'assignmentRoles' | 'inquiryQuestions' | 'instruments' | 'normSets' | 'indicators' | 'ratingQuestions' | 'supportStatuses'
type Reference = { path: PropertyKey[]; to: Target; value: string }

function checkReferences(pack: Pack, effective: Pack): PackProblem[] {
  return references(pack).flatMap(({ path, to, value }) => {
    const names = effective[to].map((one) => one.code)
    if (names.includes(value)) return []
    return [{ path, message: packErrors.unknownCode(referenceNames[to], value, closest(value, names)), names: value }]
  })
}

/** Every place where an item names another one. */
function references(pack: Pack): Reference[] {
  const found: Reference[] = []
  const one = (to: Target, value: string | null | undefined, ...path: PropertyKey[]): void => {
    if (value !== null && value !== undefined) found.push({ path, to, value })
  }
  const many = (to: Target, values: readonly string[], ...path: PropertyKey[]): void =>
    values.forEach((value, at) => one(to, value, ...path, at))

  pack.assignmentRoles.forEach((role, at) => one('sectors', role.sector, 'assignmentRoles', at, 'sector'))
  pack.postRoles.forEach((role, at) => one('sectors', role.sector, 'postRoles', at, 'sector'))
  pack.units.forEach((unit, at) => {
    one('sectors', unit.sector, 'units', at, 'sector')
    one('units', unit.partOf, 'units', at, 'partOf')
  })
  pack.signerRules.forEach((rule, at) => {
    many('purposes', rule.purposes, 'signerRules', at, 'purposes')
    many('categories', rule.categories, 'signerRules', at, 'categories')
  })
  pack.consentDurations.forEach((longest, at) => one('sectors', longest.fromSector, 'consentDurations', at, 'fromSector'))
  pack.legalBases.forEach((basis, at) => {
    many('sectors', basis.fromSectors, 'legalBases', at, 'fromSectors')
    many('sectors', basis.toSectors, 'legalBases', at, 'toSectors')
    many('categories', basis.categories, 'legalBases', at, 'categories')
    many('postRoles', basis.authorityRoles, 'legalBases', at, 'authorityRoles')
  })
  for (const section of ['intakeConsents', 'minimumConsents', 'optionalConsents'] as const) {
    pack[section].forEach((template, at) => {
      one('purposes', template.purpose, section, at, 'purpose')
      many('sectors', template.fromSectors, section, at, 'fromSectors')
      many('sectors', template.toSectors, section, at, 'toSectors')
      many('categories', template.categories, section, at, 'categories')
    })
  }
  pack.intakeRules.forEach((rule, at) =>
    expressionCodes(rule.when).forEach(({ value, path }) => one('intakeCriteria', value, 'intakeRules', at, 'when', ...path)))
  pack.lawAreas.forEach((area, at) => one('sectors', area.sector, 'lawAreas', at, 'sector'))
  pack.sectorPlans.forEach((plan, at) => {
    one('lawAreas', plan.lawArea, 'sectorPlans', at, 'lawArea')
    one('optionalConsents', plan.consent, 'sectorPlans', at, 'consent')
  })
  pack.copyTargets.forEach((target, at) => many('sectorPlans', target.plans, 'copyTargets', at, 'plans'))
  pack.obligations.forEach((duty, at) => {
    one('lawAreas', duty.lawArea, 'obligations', at, 'lawArea')
    one('sectorPlans', duty.plan, 'obligations', at, 'plan')
    one('obligations', duty.after, 'obligations', at, 'after')
  })
  pack.indicators.forEach((indicator, at) => one('scales', indicator.scale, 'indicators', at, 'scale'))
  pack.scales.forEach((scale, at) => one('scales', scale.mapsTo?.scale, 'scales', at, 'mapsTo', 'scale'))
  pack.retentionClasses.forEach((kind, at) => many('categories', kind.categories, 'retentionClasses', at, 'categories'))
  pack.frameworkThemes.forEach((theme, at) => {
    one('frameworks', theme.framework, 'frameworkThemes', at, 'framework')
    many('frameworkThemes', theme.bridge, 'frameworkThemes', at, 'bridge')
  })
  pack.assessmentForms.forEach((form, at) => {
    many('frameworks', form.frameworks, 'assessmentForms', at, 'frameworks')
    many('assignmentRoles', form.roles, 'assessmentForms', at, 'roles')
    one('sectors', form.sector, 'assessmentForms', at, 'sector')
  })
  pack.instruments.forEach((used, at) => {
    one('categories', used.category, 'instruments', at, 'category')
    one('frameworks', used.framework, 'instruments', at, 'framework')
    one('scales', used.levels?.scale, 'instruments', at, 'levels', 'scale')
    many('normSets', used.chosenNorms, 'instruments', at, 'chosenNorms')
  })
  pack.normSets.forEach((set, at) => one('instruments', set.instrument, 'normSets', at, 'instrument'))
  pack.mergeSuggestions.forEach((one, at) => many('assignmentRoles', one.roles, 'mergeSuggestions', at, 'roles'))
  pack.inquiryForms.forEach((form, at) => {
    one('sectors', form.sector, 'inquiryForms', at, 'sector')
    one('categories', form.asks, 'inquiryForms', at, 'asks')
    one('categories', form.tells, 'inquiryForms', at, 'tells')
    many('inquiryQuestions', form.questions, 'inquiryForms', at, 'questions')
  })
  pack.screeningForms.forEach((form, at) =>
    form.questions.forEach((question, n) => many('sectors', question.sectors, 'screeningForms', at, 'questions', n, 'sectors')))
  return [...found, ...measured(pack)]
}

/** What is registered, by the goals that count it and the files that bring it in or take it out. */
function measured(pack: Pack): Reference[] {
  const named = (to: Target, values: readonly string[], place: (n: number) => PropertyKey[]): Reference[] => values.map((value, n) => ({ path: place(n), to, value }))
  return [
    ...pack.projectGoals.flatMap(({ definition }, at) => definition && 'codes' in definition
      ? named(definition.source === 'rating' ? 'ratingQuestions' : 'indicators', definition.codes, (n) => ['projectGoals', at, 'definition', 'codes', n]) : []),
    ...pack.registerMappings.flatMap(({ gives }, at) => gives.kind === 'values'
      ? named('indicators', gives.indicators, (n) => ['registerMappings', at, 'gives', 'indicators', n])
      : named('supportStatuses', gives.codes.map((one) => one.status), (n) => ['registerMappings', at, 'gives', 'codes', n, 'status'])),
    ...pack.exportTargets.flatMap((target, at) => [
      ...named('indicators', target.indicators, (n) => ['exportTargets', at, 'indicators', n]),
      ...named('indicators', Object.keys(target.names), (n) => ['exportTargets', at, 'names', Object.keys(target.names)[n]!]),
    ]),
  ]
}

/** A mapping between scales goes from a step of the one to a step of the other. */
function checkScales(pack: Pack, effective: Pack): PackProblem[] {
  return pack.scales.flatMap((scale, at) => {
    const other = effective.scales.find((one) => one.code === scale.mapsTo?.scale)
    if (!scale.mapsTo || !other) return []
    return Object.entries(scale.mapsTo.steps).flatMap(([from, to]) => {
      const unknown = scale.steps.every((step) => step.code !== from) ? from : other.steps.every((step) => step.code !== to) ? to : null
      return unknown === null ? [] : [{ path: ['scales', at, 'mapsTo', 'steps', from], message: packErrors.unknownStep(unknown) }]
    })
  })
}

function checkLetters(pack: Pack): PackProblem[] {
  return pack.letterTemplates.flatMap((letter, at) => (['subject', 'body'] as const).flatMap((part) =>
    (['da', 'en'] as const).flatMap((language) => placeholdersIn(letter[part][language])
      .filter((name) => !letter.placeholders.includes(name))
      .map((name) => ({ path: ['letterTemplates', at, part, language], message: packErrors.unknownPlaceholder(name) })))))
}

/** Two rules of the same rank about the same people must say the same, or nobody could tell who signs. */
function checkSignerRules(pack: Pack): PackProblem[] {
  return pack.signerRules.flatMap((rule, at) => {
    const clash = pack.signerRules.slice(0, at).find((other) => other.rule !== rule.rule && overlap(rule, other)
      && signerRuleRank(other) === signerRuleRank(rule) && agesMeet(rule, other)
      && meet(rule.purposes, other.purposes) && meet(rule.categories, other.categories))
    return clash ? [{ path: ['signerRules', at, 'rule'], message: packErrors.sameRank(clash.code) }] : []
  })
}

const agesMeet = (a: AgeRange, b: AgeRange): boolean =>
  a.ageFrom <= (b.ageUntil ?? Infinity) && b.ageFrom <= (a.ageUntil ?? Infinity)

const meet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((one) => b.includes(one))
