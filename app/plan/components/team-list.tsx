import { useLocale } from '#app/ui/context.tsx'
import { KeyValue } from '#app/ui/text.tsx'
import { planTexts, sectorName } from '../plan-words.ts'

type Helper = { staffId: number; name: string; title: string; role: string; sector: string; does: string }

/** Those who help, one sentence each; the one fixed contact person first (KOO-07). */
export const TeamList = ({ team }: { team: readonly Helper[] }) => {
  const m = planTexts(useLocale())
  const role = (h: Helper) =>
    h.role === 'coordinator'
      ? m.primaryContact
      : h.role === 'secondary-coordinator'
        ? m.secondaryContact
        : h.title || sectorName(m, h.sector)
  if (team.length === 0) return <p>{m.noTeam}</p>
  return <KeyValue items={team.map((h) => ({ key: h.name, value: [role(h), h.does].filter(Boolean).join('. ') }))} />
}
