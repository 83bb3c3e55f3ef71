import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const outboxRoutes: RouteConfigEntry[] = [route('administration/udbakke', 'routes/outbox.tsx'), route('breve', 'routes/letters.tsx')]
/** Answers with a file: stands outside the shells, so that a member of the family can fetch their own letter. */
export const letterRoutes: RouteConfigEntry[] = [route('breve/:id', 'routes/letter-pdf.tsx')]
