import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { layout, route } = relative(import.meta.dirname)

/** The family's shell around its pages. */
export const portalLayout = (children: RouteConfigEntry[]) => layout('routes/portal-layout.tsx', children)

/** The family's own pages; consent has its own list. */
export const portalRoutes: RouteConfigEntry[] = [
  route('min/plan', 'routes/plan.tsx'),
  route('min/plan/haab', 'routes/hope.tsx'),
  route('min/plan/raekkefoelge', 'routes/order.tsx'),
  route('min/plan/delplaner', 'routes/sector-plans.tsx'),
  route('min/plan/svar/:number/:personId', 'routes/answer.tsx'),
  route('min/plan/udskrift', 'routes/print.tsx'),
  route('min/situation', 'routes/situation.tsx'),
  route('min/situation/skriv', 'routes/situation-write.tsx'),
  route('min/situation/tal', 'routes/situation-scale.tsx'),
  route('min/oplysninger', 'routes/details.tsx'),
  route('min/har-set', 'routes/log.tsx'),
]
