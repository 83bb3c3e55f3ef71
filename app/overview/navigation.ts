import type { NavItem } from '#app/ui/navigation.tsx'
import type { da } from './messages.ts'

type Words = { [K in keyof typeof da.nav]: string }
type Place = { key: keyof typeof da.nav; href: string; icon: NonNullable<NavItem['icon']>; roles: string[] | 'all' }

const PLACES: Place[] = [
  { key: 'today', href: '/i-dag', icon: 'calendar-month', roles: 'all' },
  { key: 'families', href: '/familier', icon: 'groups', roles: 'all' },
  { key: 'meetings', href: '/moeder', icon: 'calendar-month', roles: 'all' },
  { key: 'registration', href: '/registrering', icon: 'list-check', roles: ['coordinator', 'secondary-coordinator'] },
  { key: 'intake', href: '/optagelse', icon: 'list-check', roles: ['intake-team', 'project-manager'] },
  { key: 'project', href: '/projekt', icon: 'groups', roles: ['project-manager'] },
  { key: 'goals', href: '/maal', icon: 'star', roles: ['steering-group', 'economist'] },
  { key: 'nation', href: '/nationen', icon: 'groups', roles: ['programme-office'] },
  { key: 'waitingList', href: '/projekt/venteliste', icon: 'calendar-month', roles: ['intake-team', 'project-manager'] },
  { key: 'districts', href: '/optagelse/distrikter', icon: 'search', roles: ['authority-officer'] },
  { key: 'letters', href: '/breve', icon: 'document', roles: ['coordinator', 'secondary-coordinator', 'intake-team', 'project-manager'] },
  { key: 'filing', href: '/til-sagen', icon: 'assignment', roles: ['coordinator', 'secondary-coordinator', 'employment-caseworker', 'family-caseworker', 'adult-caseworker'] },
  { key: 'concerns', href: '/underretninger', icon: 'list-check', roles: ['child-protection-duty', 'child-protection-manager'] },
  { key: 'emergency', href: '/noedadgang', icon: 'lock', roles: ['child-protection-duty', 'child-protection-manager'] },
  { key: 'spotChecks', href: '/administration/stikproever', icon: 'visibility', roles: ['project-manager'] },
  { key: 'log', href: '/administration/log', icon: 'search', roles: ['auditor'] },
  { key: 'extracts', href: '/udtraek', icon: 'document', roles: ['evaluator'] },
  { key: 'methods', href: '/metoder', icon: 'star', roles: 'all' },
  { key: 'departments', href: '/kommunen/afdelinger', icon: 'info', roles: 'all' },
  { key: 'administration', href: '/administration', icon: 'settings', roles: ['administrator'] },
]
/** Roles that look at figures, never at families. */
const WITHOUT_FAMILIES = ['economist', 'steering-group', 'administrator', 'programme-office', 'evaluator']

/** Has no family to look for. */
export const figuresOnly = (roles: string[]): boolean => roles.length > 0 && roles.every((r) => WITHOUT_FAMILIES.includes(r))

/** The tabs of the staff shell for these roles. */
export function staffNav(roles: string[], path: string, words: Words): NavItem[] {
  const figures = figuresOnly(roles)
  const mine = PLACES.filter((p) => (p.roles === 'all' ? !figures || p.key === 'departments' : p.roles.some((r) => roles.includes(r))))
  // One is current: the nearest to the page, where one address lies below another.
  const on = mine.filter((p) => path === p.href || path.startsWith(p.href + '/')).toSorted((a, b) => b.href.length - a.href.length)[0]
  return mine.map((p) => ({ href: p.href, label: words[p.key], icon: p.icon, current: p === on }))
}

/** Where someone begins after signing in. */
export function homeOf(kind: 'staff' | 'member' | 'national' | 'job', roles: string[]): string {
  if (kind === 'member') return '/min/plan'
  if (kind === 'national') return roles.includes('programme-office') ? '/nationen' : roles.includes('evaluator') ? '/udtraek' : '/kommer'
  if (roles.includes('administrator')) return '/administration'
  // What they see of the project: its goals, never a family.
  if (figuresOnly(roles)) return '/maal'
  if (roles.includes('intake-team')) return '/optagelse'
  return roles.includes('project-manager') ? '/familier' : '/i-dag'
}
