import { z } from 'zod'
import { lix } from './lix.ts'
import { type Topic, topic } from './topic.ts'

/** Every topic of `helhed calc` by its name; a new one is one line here and a pure function beside this file. */
export const topics: ReadonlyMap<string, Topic> = new Map([
  ['lix', topic({ text: z.string() }, (input) => lix(input.text))],
])
