import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { StatedFields } from '#app/plan/components/stated-fields.tsx'
import type { Typed } from '#app/plan/components/typed.ts'
import { planTexts, sectorName } from '#app/plan/plan-words.ts'
import { sectorPlanTexts } from '../plan-words.ts'
import type { SectorPlan } from '../sector-plan.ts'

type Props = {
  v: Typed
  plan?: SectorPlan
  departments: readonly { id: number; name: string; sector: string }[]
  team: readonly { staffId: number; name: string; title: string; sector: string }[]
  /** The coordinator writes at somebody's word. */
  stated: boolean
  statedOpen: boolean
}

/** Authority and dates of a plan; all of it may wait. */
export const PlanFields = ({ v, plan, departments, team, stated, statedOpen }: Props) => {
  const locale = useLocale()
  const m = sectorPlanTexts(locale)
  const helpers = [...new Map(team.map((h) => [h.staffId, h])).values()]
  return (
    <>
      <TextField name="title" label={m.name} hint={m.nameHint} value={v.text('title', plan?.title)} optional width="full" />
      {stated && <StatedFields v={v} stated={plan?.stated ?? null} open={statedOpen} />}
      <Select
        name="departmentId"
        label={m.department}
        hint={m.departmentHint}
        value={v.text('departmentId', plan?.departmentId ?? null)}
        optional
        placeholder={m.choose}
        options={departments.map((d) => ({ value: d.id, label: d.name }))}
      />
      <Select
        name="caseworkerStaffId"
        label={m.caseworkerInTeam}
        value={v.text('caseworkerStaffId', plan?.caseworkerStaffId ?? null)}
        optional
        placeholder={m.choose}
        options={helpers.map((h) => ({ value: h.staffId, label: `${h.name} (${sectorName(planTexts(locale), h.sector)})` }))}
      />
      <TextField name="caseworkerName" label={m.caseworkerName} value={v.text('caseworkerName', plan?.caseworkerName)} optional />
      <DateFields name="decidedOn" legend={m.decidedOn} value={v.date('decidedOn', plan?.decidedOn ?? null)} optional />
      <DateFields name="validFrom" legend={m.validFrom} value={v.date('validFrom', plan?.validFrom ?? null)} optional />
      <DateFields name="validUntil" legend={m.validUntil} value={v.date('validUntil', plan?.validUntil ?? null)} optional />
      <DateFields name="nextFollowUpOn" legend={m.next} value={v.date('nextFollowUpOn', plan?.nextFollowUpOn ?? null)} optional />
    </>
  )
}
/** The dates of the form. */
export const planDates = ['decidedOn', 'validFrom', 'validUntil', 'nextFollowUpOn', 'statedOn'] as const
