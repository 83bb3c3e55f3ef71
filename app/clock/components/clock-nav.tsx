import { useLocale } from '#app/ui/context.tsx'
import { BackLink, Tabs } from '#app/ui/navigation.tsx'
import { clockTexts } from '../words.ts'

/** Back to the meetings, and between the year and what it rests on. */
export const ClockNav = ({ caseId, current }: { caseId: number; current: 'year' | 'deadlines' }) => {
  const m = clockTexts(useLocale()).nav
  const base = `/familier/${caseId}/moeder`
  return (
    <>
      <BackLink href={base}>{m.back}</BackLink>
      <Tabs
        label={m.label}
        items={[
          { href: `${base}/aaret`, label: m.year, current: current === 'year' },
          { href: `${base}/aaret/opfoelgning`, label: m.deadlines, current: current === 'deadlines' },
        ]}
      />
    </>
  )
}
