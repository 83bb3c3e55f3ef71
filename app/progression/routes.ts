import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const progressionRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/registrering', 'routes/registration.tsx'),
  route('registrering', 'routes/my-months.tsx'),
]
