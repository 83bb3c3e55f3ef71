import { redirect } from 'react-router'
import type { Context } from '#app/platform/context.ts'
import { type PortalPlan, readPortalPlan } from './read-portal-plan.server.ts'

/** The case a page is about: `?sag=12`, or the member's only one. @throws a redirect to the choice when there are several */
export async function chosenPlan(ctx: Context, request: Request): Promise<PortalPlan> {
  const found = await readPortalPlan(ctx, { caseId: new URL(request.url).searchParams.get('sag') })
  if (found.plan === null) throw redirect('/min/plan')
  return found
}
