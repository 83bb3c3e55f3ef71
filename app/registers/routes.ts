import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const registersRoutes: RouteConfigEntry[] = [
  route('projekt/registre', 'routes/registers.tsx'),
  route('projekt/eksport', 'routes/export.tsx'),
  route('projekt/eksport/fil', 'routes/export-file.ts'),
]
