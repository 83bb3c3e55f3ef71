import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Below the head of a family, on a person's sheet. */
export const spellRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/personer/:personId/forloeb', 'routes/spells.tsx'),
  route('familier/:caseId/personer/:personId/forloeb/:spellId', 'routes/spell.tsx'),
]
