import { Invalid } from '#app/platform/context.ts'
import { da, en } from './coordinator-messages.ts'

/** A field refused with a reason of this slice, in both languages. */
export const issue = (field: string, code: keyof typeof da.problem): Invalid =>
  new Invalid([{ field, message: { da: da.problem[code], en: en.problem[code] } }])
