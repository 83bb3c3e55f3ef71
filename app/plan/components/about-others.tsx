import { askedAbout } from '#app/consent/about-others.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { planTexts } from '../plan-words.ts'
import { isRefused } from './typed.ts'

/**
 * "Handler det også om Mette?", asked once when a text names somebody it is not about. Stands first in the form; nothing is saved before
 * the answer.
 */
export const AboutOthersQuestion = ({ data }: { data: unknown }) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const people = isRefused(data) ? askedAbout(data.conflict) : null
  return (
    people && (
      <CheckboxGroup
        name="aboutOthers"
        legend={m.alsoAbout(
          joinList(
            locale,
            people.map((p) => p.firstName),
            'or',
          ),
        )}
        hint={m.alsoAboutHint}
        choices={[...people.map((p) => ({ value: p.id, label: p.firstName })), { value: 'no', label: m.notAbout }]}
      />
    )
  )
}
