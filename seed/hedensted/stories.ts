import type { Story } from '../story.ts'
import { soerensen } from './soerensen.ts'

/** Hedensted's families; the first one is the demo's. */
export const hedenstedStories: Story[] = [soerensen]
