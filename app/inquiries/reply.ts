import { z } from 'zod'
import type { CodeWay, Question } from './inquiry.ts'

/** What the page of a link shows. Nothing about anybody before the right code; never more than first names and questions after it. */
export type ReplyPage =
  | { state: 'gone' }
  | { state: 'thanks'; municipality: string }
  | { state: 'confirm'; municipality: string; codeBy: CodeWay }
  | {
      state: 'answer'
      municipality: string
      recipient: string
      replyBy: string
      message: string
      questions: Question[]
      people: { id: number; name: string; born: string | null }[]
      from: { name: string; phone: string }
      draft: Record<string, string> | null
      savedAt: string | null
    }

const question = z.object({ code: z.string(), da: z.string(), en: z.string(), kind: z.enum(['text', 'date']) })
/** As the database gives it. */
export const OpenedReply = z.discriminatedUnion('state', [
  z.object({ state: z.literal('thanks'), municipality: z.string() }),
  z.object({ state: z.literal('confirm'), municipality: z.string(), codeBy: z.enum(['sms', 'email', 'agreed', 'birthday']) }),
  z.object({
    state: z.literal('answer'),
    municipality: z.string(),
    recipient: z.string(),
    replyBy: z.string(),
    message: z.string(),
    questions: z.array(question),
    people: z.array(z.object({ id: z.number(), name: z.string(), born: z.string().nullable() })),
    from: z.object({ name: z.string(), phone: z.string() }).nullable(),
    draft: z.string().nullable(),
    savedAt: z.string().nullable(),
  }),
])
/** A token as we make them; anything else is not asked for. */
export const isToken = (text: string | undefined): text is string => text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text)
/** What a draft belongs to, by the hash of the link's token. */
export const replyDraftAad = (tokenHash: string): string => `inquiry_link.draft ${tokenHash}`
