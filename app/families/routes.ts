import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const familiesRoutes: RouteConfigEntry[] = [
  route('familier', 'routes/my-families.tsx'),
  route('soeg', 'routes/search.tsx'),
  route('administration/import', 'routes/import.tsx'),
  route('administration/import/skabelon', 'routes/import-template.ts'),
  route('familier/:caseId/personer', 'routes/people.tsx'),
  route('familier/:caseId/personer/ny', 'routes/add-person.tsx'),
  route('familier/:caseId/personer/netvaerk', 'routes/add-network-person.tsx'),
  route('familier/:caseId/personer/relation', 'routes/add-relation.tsx'),
  route('familier/:caseId/personer/skaerm', 'routes/set-shield.tsx'),
  route('familier/:caseId/personer/:personId', 'routes/edit-person.tsx'),
]
