import { joinList } from '#app/platform/i18n/words.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { askedAbout } from '../about-others.ts'
import { consentTexts } from '../consent-words.ts'

/**
 * "Handler det også om Mette?", inside a form whose verb asked (`subjectsAfterAsking`): give it the action's `conflict`. Nothing
 * when nobody asked. The answer goes
 * along as `aboutOthers`: "no", or the ids of those the text is about as well.
 */
export function AboutOthersQuestion({
  conflict,
  name = 'aboutOthers',
}: {
  conflict: { code: string; theirs?: unknown } | null | undefined
  name?: string
}) {
  const locale = useLocale()
  const m = consentTexts(locale).others
  const people = askedAbout(conflict)
  if (!people || people.length === 0) return null
  const names = joinList(
    locale,
    people.map((p) => p.firstName),
  )
  const all = people.map((p) => p.id).join(',')
  return (
    <Alert tone="warning" title={people.length > 1 ? m.questionMany(names) : m.question(names)}>
      <p>{m.why}</p>
      <RadioGroup
        name={name}
        legend={people.length > 1 ? m.questionMany(names) : m.question(names)}
        hideLegend
        value="no"
        choices={[
          { value: all, label: m.yes(names) },
          ...(people.length > 1 ? people.map((p) => ({ value: p.id, label: m.yes(p.firstName) })) : []),
          { value: 'no', label: m.no },
        ]}
      />
    </Alert>
  )
}
