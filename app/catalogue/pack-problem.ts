import type { z } from 'zod'
import type { PackProblem } from './check-pack.ts'
import { closest } from './closest.ts'
import { packErrors } from './messages.ts'
import { headFields, sectionNames } from './pack.ts'
import type { Words } from './pack-item.ts'

/** Says what one zod issue means to somebody who writes a pack. An issue about several unknown fields becomes one problem each. */
export function packProblem(issue: z.core.$ZodIssue, raw: unknown): PackProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const names = issue.path.length === 0 ? [...headFields, ...sectionNames] : []
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: packErrors.unknownField(key, closest(key, names)) }))
  }
  return [{ path: issue.path, message: messageOf(issue, at(raw, issue.path)) }]
}

function messageOf(issue: z.core.$ZodIssue, found: unknown): Words {
  if (found === undefined) return packErrors.missing()
  switch (issue.code) {
    case 'invalid_type': return packErrors.wrongType(issue.expected)
    case 'invalid_value': return packErrors.wrongValue(issue.values.map(String))
    case 'too_small': return tooSmall(issue)
    case 'too_big': return packErrors.tooBig(String(issue.maximum))
    case 'invalid_format': return format(issue)
    case 'invalid_union': return union(issue)
    case 'custom': return custom(issue)
    default: return packErrors.other(issue.message)
  }
}

const tooSmall = (issue: { origin: string; minimum: number | bigint }): Words => {
  if (issue.origin === 'string') return packErrors.emptyText()
  return issue.origin === 'array' ? packErrors.tooFew(String(issue.minimum)) : packErrors.tooSmall(String(issue.minimum))
}

function format(issue: { format: string; message: string }): Words {
  if (issue.format === 'date') return packErrors.notADate()
  if (issue.message === 'version') return packErrors.notAVersion()
  if (issue.message === 'municipality-code') return packErrors.notAMunicipality()
  return issue.message === 'code' ? packErrors.notACode() : packErrors.other(issue.message)
}

function union(issue: { path: PropertyKey[] }): Words {
  const field = issue.path.findLast((step) => typeof step === 'string')
  return field === 'firstWithin' || field === 'every' || field === 'within' ? packErrors.notASpan() : packErrors.notAnExpression()
}

function custom(issue: { params?: Record<string, unknown> | undefined; message: string }): Words {
  const value = String(issue.params?.value ?? '')
  if (issue.params?.problem === 'unknown-setting') return packErrors.unknownSetting(value)
  return issue.params?.problem === 'setting-value' ? packErrors.settingValue(value) : packErrors.other(issue.message)
}

function at(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((node, step) => (typeof node === 'object' && node !== null ? Reflect.get(node, step) : undefined), raw)
}
