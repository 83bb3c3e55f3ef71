import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const organisationRoutes: RouteConfigEntry[] = [
  route('kommunen/afdelinger', 'routes/directory.tsx'),
  route('kommunen/afdelinger/ny', 'routes/add-department.tsx'),
  route('kommunen/afdelinger/:departmentId', 'routes/department.tsx'),
]
