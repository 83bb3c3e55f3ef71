import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { safeName } from '../plan-file.ts'
import { readPlanFile } from '../read-plan-file.server.ts'
import type { Route } from './+types/plan-pdf.ts'

/** The PDF of a plan as it was put here, to be saved: never shown inside our own pages, where a script in it could reach them. */
export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const file = await readPlanFile(ctx, { caseId: idParam(params.caseId), planId: idParam(params.planId) })
  return new Response(new Uint8Array(file.content), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${safeName(file.name)}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    },
  })
})
