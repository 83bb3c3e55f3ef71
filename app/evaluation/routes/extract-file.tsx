import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { fetchExtract } from '../deliveries.server.ts'
import { zipResponse } from '../zip-response.server.ts'
import type { Route } from './+types/extract-file.ts'

/** The file of a delivery, as it was made. */
export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => zipResponse(await fetchExtract(ctx, { id: idParam(params.deliveryId) })))
