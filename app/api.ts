import { OpenAPIHono } from '@hono/zod-openapi'

export const api = new OpenAPIHono()
