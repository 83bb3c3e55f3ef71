import { parse, stringify } from 'yaml'
import { headFields, itemsOf, type Pack, packSchema, type SectionName, sectionNames } from './pack.ts'
import { type PackError, readPack } from './read-pack.ts'

/** The text an administrator edits: all periods of one item, as YAML. */
export function itemText(pack: Pack, section: SectionName, code: string): string {
  return stringify(itemsOf(pack, section).filter((one) => one.code === code), { lineWidth: 120 })
}

export type Edited = { pack: Pack } | { errors: PackError[] }

/**
 * The pack with one item's periods replaced by what the text says. The whole pack is checked, so that nothing else loses what it refers to.
 * Errors carry the line of the text and the field.
 */
export function withEditedItem(pack: Pack, section: SectionName, code: string, text: string): Edited {
  const others = itemsOf(pack, section).filter((one) => one.code !== code)
  const head = Object.fromEntries(Object.entries(pack).filter(([name]) => headFields.includes(name)))
  const rest = Object.fromEntries(sectionNames.filter((name) => name !== section).map((name) => [name, pack[name]]))
  // The effective pack stands alone here: what it once built on is merged in already.
  const file = stringify({ ...head, extends: [], without: {}, ...rest })
  const edited = `${section}:\n${indent(text)}${others.length > 0 ? indent(stringify(others)) : ''}`
  const own = text.split('\n').length
  const result = readPack([{ name: 'pack.yaml', text: file }, { name: 'item.yaml', text: edited }])
  if ('errors' in result) return { errors: result.errors.map((e) => ({ ...e, line: Math.min(own, Math.max(1, e.file === 'item.yaml' ? e.line - 1 : 1)), file: code })) }
  const changedCode = safeParse(text)?.find((one) => one.code !== code)
  if (changedCode) {
    const message = { da: `Koden skal blive ved med at være ${code}; andre steder henviser til den`, en: `The code must stay ${code}; other places refer to it` }
    return { errors: [{ file: code, line: 1, field: `${section}.code`, message }] }
  }
  return { pack: packSchema.parse({ ...result.pack, extends: pack.extends, without: pack.without }) }
}

const indent = (text: string) => text.replace(/\n+$/, '').split('\n').map((line) => `  ${line}`).join('\n') + '\n'

function safeParse(text: string): { code?: unknown }[] | undefined {
  try {
    const data: unknown = parse(text)
    return Array.isArray(data) ? (data as { code?: unknown }[]) : undefined
  } catch {
    return undefined
  }
}
