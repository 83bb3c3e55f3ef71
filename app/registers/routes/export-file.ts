import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { exportFile, exportMonth } from '../export-month.server.ts'
import type { Route } from './+types/export-file.ts'

/** A month of the project for another tool. */
export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const asked = new URL(request.url).searchParams
  const made = await exportMonth(ctx, { projectId: Number(asked.get('projekt')), target: asked.get('redskab') ?? '', month: asked.get('maaned') ?? '' })
  const { body, type } = await exportFile(made)
  return new Response(body, { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${made.name}"`, 'cache-control': 'no-store' } })
})
