import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** None of these lies below a family's address: what is written here belongs to no family's pages. */
export const concernRoutes: RouteConfigEntry[] = [
  route('bekymret/:caseId?', 'routes/procedure.tsx'),
  route('bekymret/:caseId?/skriv', 'routes/form.tsx'),
  route('underretninger', 'routes/list.tsx'),
  route('underretninger/:concernId', 'routes/one.tsx'),
]
/** A file, not a page: no shell around it. */
export const concernFileRoutes: RouteConfigEntry[] = [route('underretninger/:concernId/pdf', 'routes/paper.tsx')]
