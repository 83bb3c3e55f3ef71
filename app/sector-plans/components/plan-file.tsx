import { joinList } from '#app/platform/i18n/words.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { FileField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Note, ToCaseLink } from '#app/ui/text.tsx'
import { errorsIn } from '#app/plan/components/typed.ts'
import { planPdfAddress, sectorPlanAddress, sectorPlanTexts, sizeText } from '../plan-words.ts'
import type { SectorPlanPage } from '../read-sector-plan.server.ts'

/** The authority's own paper, and which papers the family has agreed to share. */
export const PlanFile = ({ page: d, data }: { page: SectorPlanPage; data: unknown }) => {
  const locale = useLocale()
  const m = sectorPlanTexts(locale)
  return (
    <>
      {d.file && (
        <>
          <p>
            <a href={planPdfAddress(d.caseId, d.plan.id)}>{m.open(d.file.name)}</a>{' '}
            <span className="note">({m.uploaded(formatShortDate(locale, d.file.on, d.today), sizeText(locale, d.file.size))})</span>{' '}
            <ToCaseLink caseId={d.caseId} kind="plan-file" id={d.file.id} describe={d.file.name} />
          </p>
          <Note icon="visibility">{m.fileSeen}</Note>
        </>
      )}
      {d.may.change && (
        <Form errors={errorsIn(data, locale)} summaryElsewhere upload action={sectorPlanAddress(d.caseId, d.plan.id)}>
          <input type="hidden" name="intent" value="file" />
          {!d.file && <p>{m.fileLead}</p>}
          <FileField name="file" label={m.fileField} hint={m.fileHint(d.megabytes)} accept=".pdf,application/pdf" />
          <SubmitButton variant="secondary">{m.upload}</SubmitButton>
        </Form>
      )}
      {(d.sharedDocuments.length > 0 || d.may.shareDocument) && (
        <>
          <h3>{m.sharedRules}</h3>
          {d.sharedDocuments.length === 0 ? (
            <p className="note">{m.noSharedRule}</p>
          ) : (
            <ul>
              {d.sharedDocuments.map((rule) => (
                <li key={rule.id}>{m.sharedRule(rule.document, joinList(locale, rule.withSectors.map((s) => d.sectorLabels[s] ?? s)))}</li>
              ))}
            </ul>
          )}
          {d.may.shareDocument && (
            <LinkButton variant="quiet" href={`/familier/${d.caseId}/samtykke/dokumenter`}>
              {m.toSharedRules}
            </LinkButton>
          )}
        </>
      )}
    </>
  )
}
