import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Staff pages; those of a family stand below its head. */
export const consentRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/samtykke', 'routes/consent.tsx'),
  route('familier/:caseId/samtykke/ny', 'routes/new-consent.tsx'),
  route('familier/:caseId/samtykke/hvad-kan-se', 'routes/what-can-see.tsx'),
  route('familier/:caseId/samtykke/ark', 'routes/sheet.tsx'),
  route('familier/:caseId/samtykke/udskriv', 'routes/print-form.tsx'),
  route('familier/:caseId/samtykke/dokumenter', 'routes/documents.tsx'),
  route('familier/:caseId/samtykke/lovgrundlag/ny', 'routes/new-basis.tsx'),
  route('familier/:caseId/samtykke/lovgrundlag/:basisId', 'routes/basis.tsx'),
  route('familier/:caseId/samtykke/:consentId', 'routes/one-consent.tsx'),
  route('lovgrundlag/:basisId', 'routes/confirm-basis.tsx'),
  route('noedadgang', 'routes/break-glass.tsx'),
]
/** Files without a shell around them. */
export const consentFileRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/samtykke/skema.pdf', 'routes/form-pdf.tsx'),
  route('familier/:caseId/samtykke/:consentId/brev/:signerFile', 'routes/letter-pdf.tsx'),
]
