import { Hono } from 'hono'
import type { sliceApi } from '#app/platform/api/api.server.ts'
import { asProblem, type ApiEnv } from '#app/platform/api/api.server.ts'
import type { Context } from '#app/platform/context.ts'

/** Asks the API of one slice as somebody: method, path and what is sent as JSON. Errors come as problem details, as in the product. */
export function callApi(api: ReturnType<typeof sliceApi>, ctx: Context) {
  const app = new Hono<ApiEnv>()
    .use(async (c, next) => {
      c.set('ctx', ctx)
      await next()
    })
    .route('/', api)
    .onError(asProblem)
  return (method: string, path: string, body?: unknown) =>
    app.request(path, { method, headers: { 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
}
