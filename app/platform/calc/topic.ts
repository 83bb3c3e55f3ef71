import { z } from 'zod'

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

/**
 * A formula with the shape of its input. What does not fit is `Senseless` with code `invalidInput`; unknown fields are refused, since a misspelt option must not
 * be passed over in silence.
 */
export const topic = <S extends z.ZodRawShape>(shape: S, run: (input: z.output<z.ZodObject<S, z.core.$strict>>) => unknown): Topic => topicOf(z.strictObject(shape), run)

/** As `topic`, for input of several shapes. */
export function topicOf<S extends z.ZodType>(input: S, run: (input: z.output<S>) => unknown): Topic {
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
