import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { ButtonGroup, ConfirmButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { da, en } from '../coordinator-messages.ts'
import type { CoordinatorProject } from '../read-team.server.ts'
import { errorsOf, typed, typedDateParts } from '#app/intake/components/refused.tsx'

type Props = { family: CoordinatorProject['without'][number]; project: CoordinatorProject; today: string; refused: Refused | undefined }

/** Choosing a coordinator for one family, with everybody's caseloads in the list. */
export const AppointForm = ({ family, project, today, refused: any }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = any?.values.caseId === String(family.caseId) ? any : undefined
  return (
    <Form prefix={`v${family.caseId}`} errors={errorsOf(refused, locale, m.missing)}>
      <input type="hidden" name="caseId" value={family.caseId} />
      <Select
        name="staffId"
        label={m.who}
        placeholder
        value={typed(refused, 'staffId')}
        options={project.candidates.map((one) => ({ value: one.id, label: m.loadOf(one.name, one.primary, one.secondary) }))}
      />
      {project.model === 'primary-and-secondary' ? (
        <RadioGroup
          inline
          name="as"
          legend={m.as}
          value={typed(refused, 'as', family.lacks)}
          choices={(['primary', 'secondary'] as const).map((value) => ({ value, label: m.roles[value] }))}
        />
      ) : (
        <input type="hidden" name="as" value="primary" />
      )}
      {project.mayBeCaseworker && (
        <>
          <TextField
            name="hoursSetAside"
            label={m.hoursSetAside}
            hint={m.hoursSetAsideHint}
            optional
            width="xs"
            inputMode="decimal"
            value={typed(refused, 'hoursSetAside')}
          />
          <TextField name="agreedWith" label={m.agreedWith} optional value={typed(refused, 'agreedWith')} />
        </>
      )}
      <DateFields name="from" legend={m.from} value={typedDateParts(refused, 'from', today)} />
      <TextArea
        name="doesWhat"
        label={m.doesWhat}
        hint={m.doesWhatHint}
        rows={2}
        value={typed(refused, 'doesWhat', m.doesWhatCoordinator[family.lacks])}
      />
      <ButtonGroup>
        <ConfirmButton variant="primary" label={m.appoint} question={m.appointFor(family.name)} confirm={m.appoint} />
      </ButtonGroup>
    </Form>
  )
}
