import { pick } from '#app/platform/i18n/messages.ts'
import { Checkbox } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Select } from '#app/ui/fields.tsx'
import { LANGUAGES } from '../families.ts'
import { da, en } from '../messages.ts'

/** Language and need of an interpreter. */
export function LanguageFields({ language, interpreter }: { language: string; interpreter: boolean }) {
  const m = pick(useLocale(), { da, en })
  const known: string[] = [...LANGUAGES]
  const options = (known.includes(language) ? known : [language, ...known]).map((value) => ({ value, label: m.languages[value] ?? value }))
  return (
    <>
      <Select name="language" label={m.form.language} options={options} value={language} />
      <Checkbox name="interpreter" label={m.form.interpreter} checked={interpreter} />
    </>
  )
}
