import { NotFound } from '#app/platform/context.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { Gallery } from '#app/ui/gallery.tsx'
import type { Route } from './+types/design.ts'

/** Every component of the design system on one page; in a demo only. */
export const loader = page(async ({ session }: PageArgs<Route.LoaderArgs>) => {
  if (!session.demo) throw new NotFound('design')
  return null
})

export default function Design() {
  return (
    <>
      <title>Design – Helhed</title>
      <Gallery />
    </>
  )
}
