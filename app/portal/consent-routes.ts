import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Consent on the family's own pages. */
export const portalConsentRoutes: RouteConfigEntry[] = [
  route('min/samtykke', 'routes/consent.tsx'),
  route('min/samtykke/:consentId', 'routes/consent-one.tsx'),
]
