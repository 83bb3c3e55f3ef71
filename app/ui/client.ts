import { copyTexts } from './client/copying.ts'
import { dismissToasts } from './client/toasts.ts'
import { countCharacters } from './client/limits.ts'
import { handleDialogs } from './client/dialogs.ts'
import { followReadability } from './client/readability.ts'
import { guardAndSaveForms } from './client/drafts.ts'
import { handleErrorSummaries } from './client/errors.ts'
import { moveInGrids } from './client/grid-keys.ts'
import { handleQuickExit } from './client/quick-exit.ts'
import { watchSession } from './client/session.ts'

const enhanced = new WeakSet<Document>()

/**
 * Makes the pages a little better where scripts run; everything works without. Called once when the page is alive
 * (root's effect). Listens on the document, so that it also serves what is rendered later; calling it again does nothing.
 */
export const enhance = (document: Document): void => {
  if (enhanced.has(document)) return
  enhanced.add(document)
  handleErrorSummaries(document)
  handleDialogs(document)
  handleQuickExit(document)
  countCharacters(document)
  followReadability(document)
  guardAndSaveForms(document)
  dismissToasts(document)
  watchSession(document)
  copyTexts(document)
  moveInGrids(document)
}
