import { pick } from '#app/platform/i18n/messages.ts'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { da, en } from '../messages.ts'
import type { IntakePage } from '../read-intake.server.ts'

/** VIS-20: the ways to leaving, to a move and to a death; each is a page of its own. */
export const LeavingLinks = ({ page }: { page: IntakePage }) => {
  const m = pick(useLocale(), { da, en })
  const here = `/familier/${page.caseId}/optagelse`
  const takenIn = page.referral === null || page.referral.decision === 'accepted'
  const links = page.closedOn
    ? [[`${here}/afslut`, m.leaving.after]]
    : page.may.close && takenIn
      ? [
          [`${here}/plan-afslutning`, m.leaving.plan],
          [`${here}/afslut`, m.close],
          [`${here}/flyt`, m.leaving.move],
          [`${here}/doedsfald`, m.leaving.death],
        ]
      : []
  if (links.length === 0) return null
  return (
    <Card title={m.leaving.title} id="afslutning">
      <ul className="nobullet-list">
        {links.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
