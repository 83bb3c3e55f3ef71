import { z } from 'zod'
import { askedAbout } from '#app/consent/about-others.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { useLocale } from '#app/ui/context.tsx'
import type { Stuck as StuckEdit } from '../outbox.ts'
import { useRoom, useRoomTexts } from './room-context.tsx'
import { forgetTyped } from './typed-store.ts'
import { freshKey } from './use-outbox.ts'

/** What could not be saved as it was: both texts, and a choice. Nothing typed is dropped without somebody saying so. */
export const StuckEdits = () => {
  const { out } = useRoom()
  return out.stuck.map((s) => <One key={s.edit.key} stuck={s} />)
}

const Theirs = z.object({ words: z.string().default(''), revision: z.number() })
const text = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join(', ') : (value ?? ''))

const One = ({ stuck: { edit, answer } }: { stuck: StuckEdit }) => {
  const { out } = useRoom()
  const m = useRoomTexts()
  const locale = useLocale()
  const mine = text(edit.fields['words'] ?? edit.fields['what'])
  const drop = () => {
    if (edit.note) forgetTyped(edit.note)
    out.settle(edit.key, null)
  }
  const named = answer.why === 'conflict' ? askedAbout({ code: answer.code, theirs: answer.theirs }) : null
  if (named) {
    const names = joinList(locale, named.map((p) => p.firstName))
    const again = (aboutOthers: string) => out.settle(edit.key, { ...edit, key: freshKey(), fields: { ...edit.fields, aboutOthers } })
    return (
      <div className="room-stuck" role="alert">
        <p>“{mine}”</p>
        <p>
          <b>{m.aboutQuestion(names)}</b>
        </p>
        <button type="button" className="button button-secondary" onClick={() => again(named.map((p) => p.id).join(','))}>
          {m.aboutYes(names)}
        </button>
        <button type="button" className="button button-secondary" onClick={() => again('no')}>
          {m.aboutNo}
        </button>
      </div>
    )
  }
  const theirs = answer.why === 'conflict' && answer.code === 'stale' ? Theirs.safeParse(answer.theirs) : null
  if (theirs?.success)
    return (
      <div className="room-stuck" role="alert">
        <p>
          <b>{m.staleTitle}</b> {m.staleText}
        </p>
        <dl>
          <dt>{m.mine}</dt>
          <dd>{mine}</dd>
          <dt>{m.theirs}</dt>
          <dd>{theirs.data.words}</dd>
        </dl>
        <button type="button" className="button button-secondary" onClick={() => out.settle(edit.key, { ...edit, key: freshKey(), seen: theirs.data.revision })}>
          {m.keepMine}
        </button>
        <button type="button" className="button button-secondary" onClick={drop}>
          {m.keepTheirs}
        </button>
      </div>
    )
  const why = answer.why === 'invalid' ? answer.issues.map((i) => i[locale]).join(' ') : answer.why === 'gone' ? m.lostAccess : answer.why === 'conflict' ? m.meetingOver : ''
  return (
    <div className="room-stuck" role="alert">
      <p>
        <b>{m.refused}.</b> {why}
      </p>
      {mine && <p>“{mine}”</p>}
      <button type="button" className="button button-secondary" onClick={drop}>
        {m.throwAway}
      </button>
    </div>
  )
}
