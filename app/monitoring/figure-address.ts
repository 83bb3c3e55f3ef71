import type { Opened } from './project-facts.ts'

/** Where a figure opens to the families behind it; what the addresses call things is Danish. */
export function figureAddress(projectId: number, opened: Opened, page = 1): string {
  const parts: [string, string | number | undefined][] = [
    ['projekt', projectId],
    ['tilstand', opened.standing],
    ['mangler', opened.lack],
    ['koordinator', opened.coordinator],
    ['fagpersoner', opened.professionals],
    ['eller-flere', opened.orMore ? 1 : undefined],
    ['grund', opened.reason],
    ['side', page > 1 ? page : undefined],
  ]
  const query = parts.filter((part) => part[1] !== undefined).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return `/projekt/tal?${query.join('&')}`
}

/** The same the other way: what `readFigure` takes. */
export const openedFrom = (query: URLSearchParams) => ({
  projectId: query.get('projekt'),
  standing: query.get('tilstand'),
  lack: query.get('mangler'),
  coordinator: numberOr(query.get('koordinator')),
  professionals: numberOr(query.get('fagpersoner')),
  orMore: query.get('eller-flere'),
  reason: query.get('grund'),
  page: query.get('side'),
})
const numberOr = (text: string | null): string | null => (text !== null && /^\d{1,9}$/.test(text) ? text : null)
