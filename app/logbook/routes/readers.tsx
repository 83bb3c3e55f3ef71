import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { readReaders } from '../read-logbook.server.ts'
import type { Route } from './+types/readers.ts'

/** Who could read an entry about those ticked: asked by the form while one ticks. `?om=1&om=2&skjult=1&sektor=coordination`. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const asked = new URL(request.url).searchParams
  return readReaders(ctx, { caseId: idParam(params.caseId), personIds: asked.getAll('om'), hidden: asked.get('skjult') ?? '', sector: asked.get('sektor') ?? '' })
})
