import { ageOn } from '#app/platform/time/plain-date.ts'
import type { NewFamilyInput, RelationKind } from './families.ts'
import { firstAndLast, type ImportIssue, type ImportRow, lower, type ParsedPerson, readRow, say } from './import-row.ts'

/*
 * Families from a file, one row per person. Pure: rows in, families and everything wrong with the rows out, all at once.
 * Rows are counted as a spreadsheet shows them: the header is row 1.
 */

export type ParsedFamily = { key: string; people: ParsedPerson[]; rows: number[] }
export type ImportPlan = { families: ParsedFamily[]; issues: ImportIssue[]; warnings: ImportIssue[]; rows: number }

/** Reads all rows. A row with an issue is not part of a family; a family without a grown-up, or without a CPR number, has none of its rows. */
export function planImport(rows: readonly ImportRow[], today: string): ImportPlan {
  const issues: ImportIssue[] = []
  const people = rows.map((row) => ({ key: (row.family ?? '').trim(), person: readRow(row, today, issues) }))
  twice(
    people.flatMap((p) => (p.person ? [p.person] : [])),
    issues,
  )
  const bad = new Set(issues.map((i) => i.row))
  const keys = [...new Set(people.map((p) => p.key).filter((k) => k !== ''))]
  const families = keys.map((key): ParsedFamily => {
    const good = people.flatMap((p) => (p.key === key && p.person && !bad.has(p.person.row) ? [p.person] : []))
    return { key, people: good, rows: good.map((p) => p.row) }
  })
  const warnings: ImportIssue[] = []
  const whole = families.filter((f) => f.people.length > 0 && wholeFamily(f, rows, today, issues, warnings))
  return { families: whole, issues: issues.toSorted((a, b) => a.row - b.row), warnings, rows: rows.length }
}

/** The same number twice in the file. */
function twice(people: ParsedPerson[], issues: ImportIssue[]): void {
  const first = new Map<string, number>()
  for (const p of people) {
    if (!p.cpr) continue
    const at = first.get(p.cpr)
    if (at === undefined) first.set(p.cpr, p.row)
    else issues.push(say(p.row, 'cpr', { da: `Samme CPR-nummer står i række ${at}`, en: `The same CPR number is in row ${at}` }))
  }
}

/** What only the family as a whole can tell; issues stand at its first row. */
function wholeFamily(f: ParsedFamily, rows: readonly ImportRow[], today: string, issues: ImportIssue[], warnings: ImportIssue[]): boolean {
  const before = issues.length
  const everyName = rows.filter((r) => (r.family ?? '').trim() === f.key).map((r) => lower(firstAndLast(r.name)[0] ?? ''))
  const at = f.rows[0] ?? 0
  if (!f.people.some((p) => p.kind === 'person' && !isYoung(p, today)))
    issues.push(
      say(at, 'family', {
        da: `Familien "${f.key}" har ingen voksen, der kan indlæses`,
        en: `The family "${f.key}" has no adult that can be imported`,
      }),
    )
  else if (!f.people.some((p) => p.cpr))
    issues.push(
      say(at, 'family', {
        da: 'Mindst én i familien skal have et CPR-nummer, så filen ikke kan indlæses to gange',
        en: 'At least one person of the family needs a CPR number, so that the file cannot be imported twice',
      }),
    )
  for (const p of f.people)
    for (const child of p.custodyOf) {
      if (!everyName.includes(child) && !everyName.some((n) => n.split(' ')[0] === child))
        issues.push(say(p.row, 'custodyOf', { da: `"${child}" er ikke et barn i familien`, en: `"${child}" is not a child of the family` }))
    }
  if (issues.length > before) return false
  for (const p of f.people.filter((x) => x.kind === 'person' && isYoung(x, today))) {
    if (!f.people.some((h) => h.custodyOf.some((c) => isNamed(p, c))))
      warnings.push(
        say(p.row, 'custodyOf', {
          da: `Ingen har forældremyndighed over ${p.firstName}: intet samtykke om barnet kan gælde`,
          en: `Nobody holds custody of ${p.firstName}: no consent about the child can be valid`,
        }),
      )
  }
  return true
}
const isYoung = (p: ParsedPerson, today: string): boolean => p.kind === 'unborn' || (p.born !== null && ageOn(p.born, today) < 18)
const isNamed = (p: ParsedPerson, name: string): boolean =>
  p.firstName.toLowerCase() === name || p.firstName.toLowerCase().split(' ')[0] === name

/** The input that opens the case. The first home named in the family is where the family of the case lives; a grown-up in another one is a parent elsewhere. */
export function asNewFamily(f: ParsedFamily, projectId: number, today: string): NewFamilyInput {
  const homes = [...new Set(f.people.flatMap((p) => p.residences))]
  const first = homes[0] ?? ''
  const children = f.people.filter((p) => p.kind !== 'network' && (p.word.child || isYoung(p, today)))
  const role = (p: ParsedPerson) =>
    p.kind === 'network'
      ? 'network'
      : children.includes(p) || p.residences.includes(first) || homes.length === 0
        ? 'family'
        : 'other-parent'
  const adult = f.people.find((p) => p.kind === 'person' && !isYoung(p, today))
  return {
    projectId,
    name: adult?.lastName || f.key,
    referral: null,
    households: homes.length === 0 ? [{ key: '', name: '' }] : homes.map((h) => ({ key: h, name: h })),
    people: f.people.map((p) => ({
      key: String(p.row),
      kind: p.kind,
      firstName: p.firstName,
      lastName: p.kind === 'network' ? '' : p.lastName,
      born: p.born,
      due: p.due,
      cpr: p.cpr,
      language: p.language,
      interpreter: p.interpreter,
      role: role(p),
      households: p.kind === 'network' ? [] : homes.length === 0 ? [''] : p.residences,
      address: p.address,
    })),
    custody: f.people.flatMap((h) =>
      children.filter((c) => h.custodyOf.some((name) => isNamed(c, name))).map((c) => ({ child: String(c.row), holder: String(h.row) })),
    ),
    relations: f.people.flatMap((p) => relationsOf(p, f.people, children)),
  }
}

function relationsOf(p: ParsedPerson, people: ParsedPerson[], children: ParsedPerson[]): NewFamilyInput['relations'] & object {
  const parents = people.filter((x) => x.word.parent)
  const one = (other: ParsedPerson, kind: RelationKind, label = '') => ({ person: String(p.row), other: String(other.row), kind, label })
  if (p.word.parent) return children.filter((c) => c !== p).map((c) => one(c, 'parent'))
  if (p.word.relation === 'partner') return parents.slice(0, 1).map((x) => one(x, 'partner'))
  if (p.word.relation) return children.map((c) => one(c, p.word.relation ?? 'grandparent'))
  if (p.kind === 'network')
    return children
      .concat(parents)
      .slice(0, 1)
      .map((c) => one(c, 'network', p.relationWord))
  return []
}
