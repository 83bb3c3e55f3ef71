import { z } from 'zod'
import { cadence, cadenceShape } from './cadence.ts'
import { lix } from './lix.ts'
import { measureTopics } from './measure-topics.ts'
import { moneyTopics } from './money-topics.ts'
import { type Topic, topic } from './topic.ts'

/** Every topic of `helhed calc` by its name; a new one is one line here and a pure function beside this file. */
export const topics: ReadonlyMap<string, Topic> = new Map<string, Topic>([
  ['lix', topic({ text: z.string() }, (input) => lix(input.text))],
  ['cadence', topic(cadenceShape, (input) => cadence(input))],
  ...measureTopics,
  ...moneyTopics,
])
