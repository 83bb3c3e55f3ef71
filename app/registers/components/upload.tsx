import { type Values, typed } from '#app/platform/forms/form-values.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { FileField, Select } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { da, en } from '../messages.ts'
import type { MappingChoice } from '../read-registers.server.ts'

/** Choose what kind of file it is, and the file. */
export function Upload({ projectId, mappings, errors, values, withExport }: { projectId: number; mappings: MappingChoice[]; errors: Record<string, string> | null; values: Values | null; withExport: boolean }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Form errors={errors} summaryElsewhere upload>
      <input type="hidden" name="intent" value="check" />
      <input type="hidden" name="projectId" value={projectId} />
      <Select name="mapping" label={m.register} placeholder={m.pick} value={typed(values, 'mapping')} options={mappings.map((x) => ({ value: x.code, label: x.label[locale] }))} />
      <FileField name="file" label={m.file} hint={m.fileHint} accept=".csv,.xlsx,text/csv" />
      <details>
        <summary>{m.columnsTitle}</summary>
        <dl>
          {mappings.map((x) => (
            <div key={x.code}>
              <dt>{x.label[locale]}</dt>
              <dd>
                {x.columns.join(', ')}. {x.note?.[locale]}
              </dd>
            </div>
          ))}
        </dl>
        {mappings.some((x) => !x.verified) && <p className="note">{m.unverified}</p>}
      </details>
      <ButtonGroup>
        <SubmitButton>{m.check}</SubmitButton>
        {withExport && (
          <LinkButton variant="quiet" href={`/projekt/eksport?projekt=${projectId}`}>
            {m.toExport}
          </LinkButton>
        )}
      </ButtonGroup>
    </Form>
  )
}
