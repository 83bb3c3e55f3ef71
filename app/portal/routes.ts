import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { layout } = relative(import.meta.dirname)

/** The family's shell around its pages. */
export const portalLayout = (children: RouteConfigEntry[]) => layout('routes/portal-layout.tsx', children)
