import { useLocale } from '#app/ui/context.tsx'
import { Toast, UndoToast } from '#app/ui/feedback.tsx'
import { agreementTexts } from '../words.ts'

/** `?gjort=keep-12-2`: what has just happened to which, at which revision; with "Fortryd". */
export const actedParam = (a: { intent: string; id: number; revision: number; ownerReads: boolean }): string =>
  `${a.ownerReads ? a.intent : 'unseen'}-${a.id}-${a.revision}`

type Props = { done: string | null; action: string; hidden?: Readonly<Record<string, string | number>>; own?: boolean }
export const ActedToast = ({ done, action, hidden = {}, own = false }: Props) => {
  const m = agreementTexts(useLocale())
  const [, intent = '', id = '', revision = ''] = /^([a-z]+)-(\d{1,15})-(\d{1,9})$/.exec(done ?? '') ?? []
  const undo: Record<string, string> = { keep: own ? m.ticked : m.keptToast, postpone: m.postponedToast, drop: m.droppedToast }
  const plain: Record<string, string> = { make: m.made, change: m.changedToast, undo: m.undoneToast }
  if (intent === 'unseen') return <Toast tone="warning">{m.unseen}</Toast>
  if (undo[intent])
    return (
      <UndoToast action={action} fields={{ ...hidden, intent: 'undo', agreementId: id, seenRevision: revision }}>
        {undo[intent]}
      </UndoToast>
    )
  return plain[intent] ? <Toast>{plain[intent]}</Toast> : null
}
