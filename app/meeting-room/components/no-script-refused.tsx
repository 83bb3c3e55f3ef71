import { z } from 'zod'
import { askedAbout } from '#app/consent/about-others.ts'
import type { RefusedData } from '#app/plan/components/typed.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { useLocale } from '#app/ui/context.tsx'
import { useRoom, useRoomTexts } from './room-context.tsx'

/** Without a script: what was typed stands here with the reason, and can be sent again. */
export const NoScriptRefused = ({ refused }: { refused: RefusedData }) => {
  const { address, formKey } = useRoom()
  const m = useRoomTexts()
  const locale = useLocale()
  const { values, conflict } = refused
  const named = askedAbout(conflict)
  const theirs = z.object({ words: z.string().default(''), revision: z.number() }).safeParse(conflict?.theirs)
  const field = 'what' in values ? 'what' : 'words'
  const typed = String(values[field] ?? '')
  const names = named ? joinList(locale, named.map((p) => p.firstName)) : ''
  const rest = Object.entries(values).filter(([name]) => ![field, 'key', 'seen', 'aboutOthers'].includes(name))
  return (
    <div className="room-stuck" role="alert">
      <p>
        <b>{named ? m.aboutQuestion(names) : theirs.success ? m.staleTitle : m.refused}</b> {theirs.success && m.staleText}
        {refused.issues.map((i) => i.message[locale]).join(' ')}
        {conflict?.code === 'meeting-over' && m.meetingOver}
      </p>
      {theirs.success && (
        <dl>
          <dt>{m.theirs}</dt>
          <dd>{theirs.data.words}</dd>
        </dl>
      )}
      {typed && (
        <form method="post" action={address}>
          {rest.map(([name, value]) => [value].flat().map((v, i) => <input key={`${name}${i}`} type="hidden" name={name} value={v} />))}
          <input type="hidden" name="key" value={formKey} />
          {theirs.success && <input type="hidden" name="seen" value={theirs.data.revision} />}
          <label>
            {m.mine}
            <textarea name={field} defaultValue={typed} rows={3} />
          </label>
          {named ? (
            <>
              <button type="submit" className="button button-secondary" name="aboutOthers" value={named.map((p) => p.id).join(',')}>
                {m.aboutYes(names)}
              </button>
              <button type="submit" className="button button-secondary" name="aboutOthers" value="no">
                {m.aboutNo}
              </button>
            </>
          ) : (
            <button type="submit" className="button button-secondary">
              {theirs.success ? m.keepMine : m.save}
            </button>
          )}
        </form>
      )}
    </div>
  )
}
