import { redirect } from 'react-router'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { homeOf } from '../navigation.ts'
import type { Route } from './+types/home.ts'

/** The front page: straight to what this person comes for. */
export const loader = page(async ({ ctx, session }: PageArgs<Route.LoaderArgs>) => redirect(homeOf(ctx.actor.kind, session.roles)))
