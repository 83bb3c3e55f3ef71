import type { Page, TestInfo } from '@playwright/test'
import { expectAccessible, look } from '../support.ts'

/** Looks at the page that is open, once for each name: no finding by axe, and a picture to be looked at. */
export const looking = (page: Page, info: TestInfo, prefix: string) => async (name: string): Promise<void> => {
  await expectAccessible(page)
  await look(page, info, `${prefix}-${name}`)
}
