import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { da, en } from '../messages.ts'

/** Somebody else changed it meanwhile: what stands there now, above what was typed (which stays in the form). */
export function Stale({ conflict, fields }: { conflict: Refused['conflict']; fields: string[] }) {
  const m = pick(useLocale(), { da, en })
  if (!conflict) return null
  const theirs = typeof conflict.theirs === 'object' && conflict.theirs !== null ? (conflict.theirs as Record<string, unknown>) : null
  return (
    <Alert tone="warning" title={m.stale}>
      {theirs && (
        <p>
          {m.theirs}:{' '}
          <strong>
            {fields
              .map((name) => theirs[name])
              .filter((v) => typeof v === 'string')
              .join(' ')}
          </strong>
        </p>
      )}
    </Alert>
  )
}
