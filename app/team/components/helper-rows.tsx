import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { formatRange, formatShortDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Face } from '#app/ui/face.tsx'
import { Note } from '#app/ui/text.tsx'
import { da, en } from '../coordinator-messages.ts'
import type { TeamPage } from '../read-team.server.ts'
import { da as teamDa, en as teamEn } from '../team-messages.ts'
import { EndForm } from './team-forms.tsx'

type Props = { team: TeamPage; refused: Refused | undefined }

/** Everybody who helps the family: face, role and unit, one sentence, how they are reached, until when. */
export const HelperRows = ({ team, refused }: Props) => (
  <ul className="helper-list helper-list-wide">
    {team.team.map((one) => (
      <li key={one.id}>
        <Helper one={one} team={team} refused={refused} />
      </li>
    ))}
  </ul>
)

const Helper = ({ one, team, refused }: Props & { one: TeamPage['team'][number] }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const t = pick(locale, { da: teamDa, en: teamEn })
  const period = one.until
    ? formatRange(locale, one.from, one.until, team.today)
    : `${m.from.toLowerCase()} ${formatShortDate(locale, one.from, team.today)}, ${m.openEnd}`
  const phone = one.face?.phone
  return (
    <div className="face-row">
      <Face name={one.name} photo={one.face?.photo ?? null} />
      <div className="face-text">
        <h3>
          {one.name}, {one.roleLabel.toLocaleLowerCase(locale)}
        </h3>
        {one.doesWhat && <p>{one.doesWhat}</p>}
        <p>
          {one.department}
          {phone && (
            <>
              {' · '}
              <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>
            </>
          )}
          {one.face?.hours && ` · ${one.face.hours}`}
        </p>
        <Note>
          {one.sectorLabel} · {period}
        </Note>
        {one.staffId === team.me && <a href="/mit-kort">{t.myCard}</a>}
        {/* A primary coordinator is followed by the next one; nobody ends without that. */}
        {team.may.manage && one.role !== 'coordinator' && (!one.coordinator || team.may.appoint) && (
          <EndForm one={one} today={team.today} refused={refused} />
        )}
      </div>
    </div>
  )
}
