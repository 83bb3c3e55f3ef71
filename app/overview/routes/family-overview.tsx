import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { idParam } from '#app/platform/pages.server.ts'
import type { Route } from './+types/family-overview.ts'

export const loader = page(async ({ params }: PageArgs<Route.LoaderArgs>) => ({ caseId: idParam(params.caseId) }))

export default function FamilyOverview() {
  return <h1>Overblik</h1>
}
