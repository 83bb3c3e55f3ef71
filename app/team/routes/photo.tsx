import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { readPhotoFile } from '../read-face.server.ts'
import type { Route } from './+types/photo.ts'

/** The photo of a colleague. Its address changes with the picture, so it may lie in the browser for a day; never in a shared store. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const photo = await readPhotoFile(ctx, idParam(params.staffId))
  const headers = {
    ETag: `"${photo.hash}"`,
    'Cache-Control': 'private, max-age=86400',
    'Content-Disposition': 'inline; filename="foto"',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'",
  }
  if (request.headers.get('if-none-match') === headers.ETag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(photo.bytes), {
    headers: { ...headers, 'Content-Type': photo.mime, 'Content-Length': String(photo.bytes.length) },
  })
})
