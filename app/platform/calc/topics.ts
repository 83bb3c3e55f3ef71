import { z } from 'zod'
import { lix } from './lix.ts'

/** Input that has the right form but makes no sense. Thrown by a formula, answered as `error`. */
export class Senseless extends Error {
  name = 'Senseless'
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** A formula that anyone may call: what it takes, and the very function that the pages use. */
export type Topic = { input: z.ZodType; run: (raw: unknown) => unknown }

/** Unknown fields are refused: a misspelt option must not be passed over in silence. */
function topic<S extends z.ZodRawShape>(shape: S, run: (input: z.output<z.ZodObject<S>>) => unknown): Topic {
  const input = z.strictObject(shape)
  return {
    input,
    run: (raw) => {
      const parsed = input.safeParse(raw)
      if (!parsed.success) throw new Senseless('invalidInput', firstIssue(parsed.error))
      return run(parsed.data)
    },
  }
}

/** "answers.3: Invalid input: expected number, received string". */
function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues
  if (!issue) return 'the input cannot be read'
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message
}

/** Every topic of `helhed calc` by its name; a new one is one line here and a pure function beside this file. */
export const topics: ReadonlyMap<string, Topic> = new Map([
  ['lix', topic({ text: z.string() }, (input) => lix(input.text))],
])
