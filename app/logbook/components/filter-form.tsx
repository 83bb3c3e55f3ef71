import { SubmitButton } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Details } from '#app/ui/text.tsx'
import { isFiltered } from '../entry.ts'
import type { LogbookPage } from '../read-logbook.server.ts'
import { logbookTexts } from '../words.ts'

/** Search and choices, folded away until somebody needs them; an address, so that it can be kept. */
export const FilterForm = ({ p }: { p: LogbookPage }) => {
  const m = logbookTexts(useLocale())
  const f = p.filter
  return (
    <Details summary={m.filter} open={isFiltered(f)}>
      <Form method="get" action={`/familier/${p.caseId}/logbog`} prefix="s">
        <TextField name="soeg" label={m.search} hint={m.searchHint} optional value={f.q} />
        <div className="filter-row">
          <Select name="slags" label={m.kind} optional placeholder={m.any} value={f.kind ?? ''} options={p.kinds.map((k) => ({ value: k.code, label: k.label }))} />
          <Select name="om" label={m.person} optional placeholder={m.any} value={f.personId ?? ''} options={p.people.map((x) => ({ value: x.id, label: x.name }))} />
          <Select name="af" label={m.author} optional placeholder={m.any} value={f.authorId ?? ''} options={p.authors.map((a) => ({ value: a.id, label: a.name }))} />
          <TextField name="fra" label={m.from} type="date" width="s" optional value={f.from} />
          <TextField name="til" label={m.until} type="date" width="s" optional value={f.until} />
        </div>
        <SubmitButton variant="secondary">{m.show}</SubmitButton>
      </Form>
    </Details>
  )
}
