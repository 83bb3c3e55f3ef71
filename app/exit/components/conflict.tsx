import { pick } from '#app/platform/i18n/messages.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { da, en } from '../messages.ts'

/** A lost race, said in words. */
export const ConflictAlert = ({ conflict }: { conflict: { code: string } | null }) => {
  const m = pick(useLocale(), { da, en })
  return conflict ? <Alert tone="warning" title={m.conflict[conflict.code] ?? m.conflict['other'] ?? ''} /> : null
}
