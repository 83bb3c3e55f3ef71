import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { figuresFile } from '../figures-file.ts'
import { readNation } from '../read-nation.server.ts'
import type { Route } from './+types/figures-file.ts'

/** The page's figures to open in a spreadsheet. */
export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const d = await readNation(ctx, { after: new URL(request.url).searchParams.get('efter'), municipalities: true })
  return new Response(figuresFile(d.criteria, d.names, d.after, ctx.locale), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="helhed-landet-${d.after}.csv"` },
  })
})
