import type { Story } from '../story.ts'
import { hedenstedAgreed } from './agreed.ts'
import { annasOthers } from './more.ts'
import { alRashid, bundgaard, holmberg } from './ones-with-a-wall.ts'
import { onTheirWay, petersFamilies } from './others.ts'
import { poulsen } from './poulsen.ts'
import { soerensen } from './soerensen.ts'
import { onTheList } from './waiting.ts'

/** Hedensted's families; the first one is the demo's. Every person is invented. */
export const hedenstedStories: Story[] = [
  soerensen,
  bundgaard,
  alRashid,
  poulsen,
  holmberg,
  ...annasOthers,
  ...petersFamilies,
  ...onTheirWay,
  ...onTheList,
].map((story) => (hedenstedAgreed[story.name] ? { ...story, agreed: hedenstedAgreed[story.name] } : story))
