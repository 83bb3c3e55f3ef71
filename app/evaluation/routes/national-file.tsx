import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { fetchNationalDelivery } from '../deliveries.server.ts'
import { zipResponse } from '../zip-response.server.ts'
import type { Route } from './+types/national-file.ts'

/** A delivery of one municipality, for the national evaluator. */
export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) =>
  zipResponse(await fetchNationalDelivery(ctx, { municipalityId: idParam(params.municipalityId), id: idParam(params.deliveryId) })),
)
