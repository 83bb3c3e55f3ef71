/** Addresses of the network pages: below `base`, with `fixed` kept in every one (`?sag=` in the portal). */
export const mapLink =
  (base: string, fixed: Record<string, string> = {}) =>
  (page: string, query: Record<string, string> = {}): string => {
    const search = new URLSearchParams({ ...fixed, ...query }).toString()
    return `${base}${page ? `/${page}` : ''}${search ? `?${search}` : ''}`
  }
/** The day asked for in the address, or null: today. A day that does not exist is today too. */
export const askedDay = (search: URLSearchParams): string | null => {
  const day = search.get('dag')
  return day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null
}
