import type { Page, TestInfo } from '@playwright/test'
import { expectAccessible, look } from '../support.ts'

/** What a step does with each new page it comes to. */
export type Look = (name: string) => Promise<void>
export const notLooking: Look = async () => {}

/** Looks at the page that is open, once for each name: no finding by axe, and a picture to be looked at. */
export const looking = (page: Page, info: TestInfo, prefix: string): Look => async (name) => {
  await expectAccessible(page)
  await look(page, info, `${prefix}-${name}`)
}
