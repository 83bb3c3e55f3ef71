import { soerensen } from '../hedensted/soerensen.ts'
import type { Story } from '../story.ts'

/** Thisted's families; the first one is the demo's. */
export const thistedStories: Story[] = [soerensen]
