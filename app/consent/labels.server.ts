import { z } from 'zod'
import { municipalityPack } from '#app/catalogue/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { labelsOf } from './read-consent-page.server.ts'

/** The words of the municipality's pack, for a page outside any family. No personal data. */
export const municipalityLabels = query({
  event: 'consent.read-labels',
  input: z.object({}),
  may: () => Promise.resolve(true),
  run: async (tx, ctx) => labelsOf(await municipalityPack(tx), ctx),
  concerns: () => ({ personIds: [], bases: [] }),
})
