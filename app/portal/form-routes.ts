import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** The forms a member has filled in. */
export const portalFormRoutes: RouteConfigEntry[] = [route('min/skemaer', 'routes/forms.tsx')]
