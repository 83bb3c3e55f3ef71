import { Tabs } from '#app/ui/navigation.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { inquiryTexts } from '../words.ts'

/** Between the three pages of this part of the assessment. */
export const AreaNav = ({ caseId, current }: { caseId: number; current: 'spoergsmaal' | 'helbred' | 'screening' }) => {
  const m = inquiryTexts(useLocale()).nav
  const base = `/familier/${caseId}/situation`
  const items = [
    ['spoergsmaal', m.inquiries],
    ['helbred', m.health],
    ['screening', m.screening],
  ] as const
  return <Tabs label={m.label} items={items.map(([path, label]) => ({ href: `${base}/${path}`, label, current: path === current }))} />
}
