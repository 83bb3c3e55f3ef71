import { sameValue } from './same-value.ts'
import { diffWords } from './messages.ts'
import { headFields, itemsOf, packSchema, sectionNames, type Pack, type SectionName } from './pack.ts'
import type { Item, Words } from './pack-item.ts'
import { sectionLabels } from './section-names.ts'

/** One field that differs: its path inside the item and both values as text. */
export type FieldChange = { field: string; before: string; after: string }

/** How one item (all its periods) differs between two packs. `key` is `section/code`. */
export type ItemDiff = {
  key: string; section: SectionName; code: string; label: Words; kind: 'added' | 'removed' | 'changed'; fields: FieldChange[]; text: Words
}

/**
 * How one item differs between what was applied earlier (base), what the administrator has made of it (mine) and a new version
 * (theirs). `kept`: only mine differs and stays. `added`, `removed`, `changed`: only theirs differs and is taken. `conflict`: both
 * differ, and differently; somebody must choose.
 */
export type ThreeWayItem = {
  key: string; section: SectionName; code: string; label: Words
  kind: 'added' | 'removed' | 'changed' | 'kept' | 'conflict'
  /** Base to mine and base to theirs; empty where that side did nothing. */
  mine: FieldChange[]; theirs: FieldChange[]; text: Words
}

export type ThreeWay = {
  /** True when the new version brings nothing. */
  empty: boolean
  items: ThreeWayItem[]
  conflicts: ThreeWayItem[]
  summary: Words
}

export type Answer = 'mine' | 'theirs'
export type Applied = { pack: Pack } | { unanswered: string[] }

/** Every item that differs from one pack to the other, section by section. */
export function diffPacks(before: Pack, after: Pack): ItemDiff[] {
  return keysOf([before, after]).flatMap(({ section, code, key }) => {
    const [old, now] = [periods(before, section, code), periods(after, section, code)]
    if (sameValue(old, now)) return []
    const kind = kindOf(old, now)
    const label = labelOf(now, old)
    const fields = changes(old, now)
    return [{ key, section, code, label, kind, fields, text: sentence(section, label, diffWords[kind], kind === 'changed' ? fields : []) }]
  })
}

/** The difference between an earlier applied pack, the local pack and a new version. Nothing is decided here; see `applyAnswers`. */
export function diffThreeWay(base: Pack, mine: Pack, theirs: Pack): ThreeWay {
  const items = keysOf([base, mine, theirs]).flatMap(({ section, code, key }): ThreeWayItem[] => {
    const was = periods(base, section, code)
    const [own, fresh] = [periods(mine, section, code), periods(theirs, section, code)]
    const [ownDiffers, freshDiffers] = [!sameValue(was, own), !sameValue(was, fresh)]
    if (sameValue(own, fresh) || (!ownDiffers && !freshDiffers)) return []
    const kind = ownDiffers ? (freshDiffers ? 'conflict' : 'kept') : kindOf(was, fresh)
    const label = labelOf(fresh, own, was)
    const [mineFields, theirFields] = [changes(was, own), changes(was, fresh)]
    const text = sentence(section, label, diffWords[kind], kind === 'kept' ? mineFields : kind === 'changed' ? theirFields : [])
    return [{ key, section, code, label, kind, mine: mineFields, theirs: theirFields, text }]
  })
  const count = (kind: ThreeWayItem['kind']): number => items.filter((one) => one.kind === kind).length
  const conflicts = items.filter((one) => one.kind === 'conflict')
  return {
    empty: items.every((one) => one.kind === 'kept'), items, conflicts,
    summary: diffWords.summary({
      added: count('added'), removed: count('removed'), changed: count('changed'), conflicts: conflicts.length,
    }),
  }
}

/**
 * The pack that comes of a new version over local edits: what only one side changed is taken from that side, a conflict as answered
 * (by key). The head (version, extends …) is the new version's. Conflicts without an answer come back, and nothing is applied.
 */
export function applyAnswers(base: Pack, mine: Pack, theirs: Pack, answers: Readonly<Record<string, Answer | undefined>> = {}): Applied {
  const { items, conflicts } = diffThreeWay(base, mine, theirs)
  const unanswered = conflicts.filter(({ key }) => answers[key] === undefined).map(({ key }) => key)
  if (unanswered.length > 0) return { unanswered }
  const staysMine = ({ key, kind }: ThreeWayItem): boolean => kind === 'kept' || (kind === 'conflict' && answers[key] === 'mine')
  const fromMine = new Set(items.filter(staysMine).map(({ key }) => key))
  const result: Record<string, unknown> = { ...theirs }
  for (const section of sectionNames) {
    const codes = [...new Set([...itemsOf(theirs, section), ...itemsOf(mine, section)].map((one) => one.code))]
    result[section] = codes.flatMap((code) => periods(fromMine.has(`${section}/${code}`) ? mine : theirs, section, code))
  }
  return { pack: packSchema.parse(result) }
}

/** The fields of the head that differ, such as the version. */
export function diffHead(before: Pack, after: Pack): FieldChange[] {
  const head = (pack: Pack) => Object.fromEntries(Object.entries(pack).filter(([name]) => headFields.includes(name)))
  return fieldChanges(head(before), head(after), '')
}

type Key = { section: SectionName; code: string; key: string }

const keysOf = (packs: readonly Pack[]): Key[] => sectionNames.flatMap((section) => {
  const codes = new Set(packs.flatMap((pack) => itemsOf(pack, section).map((one) => one.code)))
  return [...codes].map((code) => ({ section, code, key: `${section}/${code}` }))
})

const periods = (pack: Pack, section: SectionName, code: string): readonly Item[] =>
  itemsOf(pack, section).filter((one) => one.code === code).toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))

const kindOf = (before: readonly Item[], after: readonly Item[]): ItemDiff['kind'] =>
  before.length === 0 ? 'added' : after.length === 0 ? 'removed' : 'changed'

const labelOf = (...sides: (readonly Item[])[]): Words => {
  const item = sides.find((side) => side.length > 0)?.at(-1)
  return item?.label ?? { da: '', en: '' }
}

/** Fields that differ; with several periods on a side each is named by its first day. */
function changes(before: readonly Item[], after: readonly Item[]): FieldChange[] {
  const [old, now] = [before[0], after[0]]
  if (before.length === 1 && after.length === 1 && old && now) return fieldChanges(old, now, '')
  const byDay = (items: readonly Item[]) => Object.fromEntries(items.map((one) => [one.validFrom, one]))
  return fieldChanges(byDay(before), byDay(after), '')
}

function fieldChanges(before: unknown, after: unknown, path: string): FieldChange[] {
  if (sameValue(before, after)) return []
  if (isRecord(before) && isRecord(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      fieldChanges(before[name], after[name], path === '' ? name : `${path}.${name}`))
  }
  return [{ field: path, before: shown(before), after: shown(after) }]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function shown(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function sentence(section: SectionName, label: Words, kind: Words, fields: readonly FieldChange[]): Words {
  const of = (language: 'da' | 'en'): string => {
    const nothing = diffWords.nothing[language]
    const list = fields.map(({ field, before, after }) => `${field}: ${before || nothing} → ${after || nothing}`).join('; ')
    return `${sectionLabels[section][language]} · ${label[language]} · ${kind[language]}${list && ` (${list})`}`
  }
  return { da: of('da'), en: of('en') }
}
