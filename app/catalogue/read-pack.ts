import { checkPack, type PackProblem } from './check-pack.ts'
import { inheritedCodes, mergePacks } from './merge-packs.ts'
import { packErrors } from './messages.ts'
import { headFields, isSectionName, packSchema, sectionNames, type Pack } from './pack.ts'
import type { Words } from './pack-item.ts'
import { packProblem } from './pack-problem.ts'
import { placeYaml, type PackFile, type PlacedFile } from './yaml-place.ts'

export type { PackFile } from './yaml-place.ts'

/** One thing wrong in a pack: where it stands (line from 1) and what to do, in both languages. */
export type PackError = { file: string; line: number; field: string; message: Words }
export type ReadPack = { pack: Pack } | { errors: PackError[] }

const headFile = 'pack.yaml'

/**
 * Reads a pack from its YAML files: `pack.yaml` with the head, and any further files with whole sections.
 * Every error found is given at once. `known` are the packs it may extend, already read; what a pack names (sectors, criteria …) is
 * looked up in itself and in those.
 */
export function readPack(files: readonly PackFile[], known: readonly Pack[] = []): ReadPack {
  const placed = files.map(placeYaml)
  const errors = placed.flatMap((file) =>
    file.syntaxErrors.map(({ line, detail }) => ({ file: file.name, line, field: '', message: packErrors.yaml(detail) })))
  if (!placed.some((file) => file.name === headFile)) {
    return { errors: [...errors, { file: headFile, line: 1, field: '', message: packErrors.missingHead() }] }
  }
  if (errors.length > 0) return { errors }

  const { raw, where, errors: double } = collect(placed)
  const place = placer(raw, where)
  const parsed = packSchema.safeParse(withDates(raw), { reportInput: true })
  if (!parsed.success) {
    const wrong = parsed.error.issues.flatMap((issue) => packProblem(issue, raw))
    return { errors: inOrder([...double, ...[...wrong, ...checkSound(raw, parsed.error.issues, known)].map(place)]) }
  }
  const problems = checkWithBases(parsed.data, known)
  const all = [...double, ...problems.map(place)]
  return all.length > 0 ? { errors: inOrder(all) } : { pack: parsed.data }
}

/** Checks dates and references; a pack whose bases are missing is only told that. */
function checkWithBases(pack: Pack, known: readonly Pack[]): PackProblem[] {
  const missing = pack.extends.flatMap((base, at) =>
    known.some((one) => one.code === base) ? [] : [{ path: ['extends', at], message: packErrors.unknownPack(base) }])
  return missing.length > 0 ? missing : [...checkWithout(pack, known), ...checkPack(pack, mergePacks(pack, known))]
}

/**
 * Checks the items that are sound by themselves while others are not, so that a writer sees every error at once. Items with errors are
 * left out; what names them is not blamed.
 */
function checkSound(raw: Record<string, unknown>, issues: readonly { path: PropertyKey[] }[], known: readonly Pack[]): PackProblem[] {
  const broken = new Set(issues.map(({ path }) => `${String(path[0])}/${String(path[1])}`))
  const places = new Map<string, number[]>()
  const dropped = new Set<unknown>()
  const sound: Record<string, unknown> = withDates(raw)
  for (const section of sectionNames) {
    const list: unknown = sound[section]
    if (!Array.isArray(list)) continue
    const kept = list.map((one: unknown, at) => ({ one, at })).filter(({ one, at }) => {
      const keep = !broken.has(`${section}/${at}`)
      if (!keep && isRecord(one)) dropped.add(one.code)
      return keep
    })
    sound[section] = kept.map(({ one }) => one)
    places.set(section, kept.map(({ at }) => at))
  }
  const parsed = packSchema.safeParse(sound)
  if (!parsed.success) return []
  return checkWithBases(parsed.data, known).filter(({ names }) => names === undefined || !dropped.has(names)).map((problem) => {
    const [section, at, ...rest] = problem.path
    const original = typeof at === 'number' ? places.get(String(section))?.[at] : undefined
    return original === undefined || section === undefined ? problem : { ...problem, path: [section, original, ...rest] }
  })
}

/** What is left out must have been inherited, or the word is misspelt. */
function checkWithout(pack: Pack, known: readonly Pack[]): PackProblem[] {
  const left = sectionNames.filter((section) => (pack.without[section] ?? []).length > 0)
  const inherited = inheritedCodes(pack, known, left)
  return left.flatMap((section) => {
    return (pack.without[section] ?? []).flatMap((name, at) =>
      inherited.get(section)?.includes(name) ? [] : [{ path: ['without', section, at], message: packErrors.withoutUnknown(name) }])
  })
}

/** Puts the sections of all files into one object, and remembers which file each came from. */
function collect(files: readonly PlacedFile[]): { raw: Record<string, unknown>; where: Map<string, PlacedFile>; errors: PackError[] } {
  const raw: Record<string, unknown> = {}
  const where = new Map<string, PlacedFile>()
  const errors: PackError[] = []
  for (const file of files) {
    if (!isRecord(file.data)) {
      errors.push({ file: file.name, line: 1, field: '', message: packErrors.notAMap() })
      continue
    }
    for (const [key, value] of Object.entries(file.data)) {
      const other = where.get(key)
      if (other) {
        errors.push({ file: file.name, line: file.lineOf([key]), field: key, message: packErrors.doubleSection(other.name) })
      } else {
        raw[key] = value
        where.set(key, file)
      }
    }
  }
  const first = files.find((file) => file.name === headFile)
  if (first) for (const field of [...headFields, '']) if (!where.has(field)) where.set(field, first)
  return { raw, where, errors }
}

/** Gives each item the pack's own first day and an open end where it names none. */
function withDates(raw: Record<string, unknown>): Record<string, unknown> {
  const filled: Record<string, unknown> = { ...raw }
  for (const section of sectionNames) {
    const list = raw[section]
    if (!Array.isArray(list)) continue
    filled[section] = list.map((one: unknown) => (isRecord(one) ? { validFrom: raw.validFrom, validUntil: null, ...one } : one))
  }
  return filled
}

/** Turns a path in the pack into file, line and a field name with codes instead of numbers. */
const placer = (raw: Record<string, unknown>, where: Map<string, PlacedFile>) => ({ path, message }: PackProblem): PackError => {
  const file = where.get(String(path[0] ?? '')) ?? where.get('')
  return { file: file?.name ?? headFile, line: file?.lineOf(path) ?? 1, field: fieldName(raw, path), message }
}

function fieldName(raw: Record<string, unknown>, path: readonly PropertyKey[]): string {
  let node: unknown = raw
  let name = ''
  path.forEach((step, depth) => {
    node = isRecord(node) || Array.isArray(node) ? Reflect.get(node, step) : undefined
    if (typeof step === 'number') {
      const named = depth === 1 && isSectionName(String(path[0])) && isRecord(node) && typeof node.code === 'string' ? node.code : step + 1
      name += `[${named}]`
    } else {
      name += name === '' ? String(step) : `.${String(step)}`
    }
  })
  return name
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const inOrder = (errors: PackError[]): PackError[] =>
  errors.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.field.localeCompare(b.field))
