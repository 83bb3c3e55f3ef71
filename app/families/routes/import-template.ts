import { page } from '#app/platform/pages.server.ts'
import { importTemplate } from '../read-sheet.server.ts'

/** The columns of an import with two rows of an example, to open in a spreadsheet. */
export const loader = page(
  async () =>
    new Response(importTemplate(), {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="helhed-familier.csv"' },
    }),
)
