import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const catalogueRoutes: RouteConfigEntry[] = [
  route('administration/pakker', 'routes/packs.tsx'),
  route('administration/pakker/historik/:stateId', 'routes/pack-state.tsx'),
  route('administration/pakker/:section', 'routes/pack-section.tsx'),
  route('administration/pakker/:section/:code', 'routes/pack-item.tsx'),
]
