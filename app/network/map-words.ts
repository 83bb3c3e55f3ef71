import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { da, en } from './messages.ts'
import { endKey, type EndKey } from './network.ts'
import type { LayoutInput } from './layout.ts'
import type { MapFacts, MapPerson } from './network.ts'
import type { NetworkPage } from './network.ts'

export const networkTexts = (locale: Locale) => pick(locale, { da, en })

/** Everybody and everything on the map in the order of reading: family, network, professionals. */
export type Entry = { key: EndKey; ring: 0 | 1 | 2; name: string; /** One short line. */ short: string; /** All that is known. */ long: string; person: MapPerson | null }

export const shownName = (locale: Locale, p: Pick<MapPerson, 'kind' | 'firstName'>): string =>
  p.firstName || (p.kind === 'unborn' ? networkTexts(locale).unborn : '–')

export function entriesOf(locale: Locale, f: MapFacts): Entry[] {
  const m = networkTexts(locale)
  const nameOf = (id: number) => shownName(locale, f.people.find((p) => p.id === id) ?? { kind: 'person', firstName: '' })
  const person = (p: MapPerson): Entry => {
    const network = f.relations.filter((r) => r.kind === 'network' && r.personId === p.id)
    const parents = f.relations.filter((r) => r.kind === 'parent' && r.otherId === p.id).map((r) => nameOf(r.personId))
    const parts = [
      ...(p.died ? [m.dead] : p.kind === 'unborn' ? [m.unborn] : []),
      ...network.map((r) => m.kinds.network(r.label, nameOf(r.otherId))),
      ...(parents.length ? [m.childOf(joinList(locale, parents))] : []),
      ...f.relations
        .filter((r) => r.personId === p.id && r.kind !== 'network' && r.kind !== 'partner')
        .map((r) => (r.kind === 'network' || r.kind === 'partner' ? '' : m.kinds[r.kind](nameOf(r.otherId)))),
      ...f.relations
        .filter((r) => r.kind === 'partner' && (r.personId === p.id || r.otherId === p.id))
        .map((r) => (r.ended ? m.kinds.parted : m.kinds.partner)(nameOf(r.personId === p.id ? r.otherId : r.personId))),
    ]
    return {
      key: endKey('person', p.id),
      ring: p.role === 'network' ? 1 : 0,
      name: shownName(locale, p),
      short: network[0] ? firstWords(network[0].label) : '',
      long: joined(parts),
      person: p,
    }
  }
  // Those of the family before a parent who lives elsewhere.
  const inner = [...f.people.filter((p) => p.role === 'family'), ...f.people.filter((p) => p.role === 'other-parent')]
  const outer = f.people.filter((p) => p.role === 'network')
  return [
    ...inner.map(person),
    ...outer.map(person),
    ...f.groups.map((g): Entry => ({
      key: endKey('spell', g.spellId),
      ring: 1,
      name: g.name,
      short: g.what && g.what !== g.name ? g.what : m.group,
      long: `${m.group}. ${m.goesTo(nameOf(g.personId), g.what)}`,
      person: null,
    })),
    ...f.helpers.map((h): Entry => ({
      key: endKey('staff', h.staffId),
      ring: 2,
      name: h.name,
      short: h.roleName,
      long: joined([h.roleName, h.department, h.does]),
      person: null,
    })),
  ]
}
const joined = (parts: readonly string[]) => parts.filter(Boolean).join('. ')
/** "Mormor. Henter Oliver" → "Mormor": what stands below a name in the picture. */
const firstWords = (label: string) => label.split(/[.,;:(]/, 1)[0]!.trim()

/** What the layout draws, out of what is known on the day. */
export function layoutInput(page: Pick<NetworkPage, keyof MapFacts | 'ties'>): LayoutInput {
  const family = page.people.filter((p) => p.role !== 'network')
  const departments = [...new Set(page.helpers.map((h) => h.department))]
  return {
    family: family.map((p) => ({ id: p.id, born: p.born ?? p.due ?? '9999' })),
    relations: page.relations.flatMap((r) => (r.kind === 'network' ? [] : [{ personId: r.personId, otherId: r.otherId, kind: r.kind, ended: r.ended }])),
    homes: page.homes.filter((h) => h.members.length > 0),
    circle: [
      ...page.people
        .filter((p) => p.role === 'network')
        .map((p) => ({
          key: endKey('person', p.id),
          near: [...new Set(page.relations.flatMap((r) => (r.personId === p.id ? [r.otherId] : r.otherId === p.id ? [r.personId] : [])))].filter((id) =>
            family.some((one) => one.id === id),
          ),
        })),
      ...page.groups.map((g) => ({ key: endKey('spell', g.spellId), near: family.some((p) => p.id === g.personId) ? [g.personId] : [] })),
    ],
    departments: departments.map((label) => ({
      label,
      nodes: page.helpers
        .filter((h) => h.department === label)
        .map((h) => ({ key: endKey('staff', h.staffId), near: page.ties.filter((t) => t.to === endKey('staff', h.staffId)).map((t) => t.from) })),
    })),
    ties: page.ties.flatMap((t) => (t.strength === null ? [] : [{ id: t.id, from: t.from, to: t.to, strength: t.strength, strained: t.strained }])),
  }
}
