import { redirect, useSearchParams } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { typed } from '#app/platform/forms/form-values.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Details } from '#app/ui/text.tsx'
import { editPackItem } from '../edit-pack-item.server.ts'
import { itemText } from '../edit-item.ts'
import { isSectionName, itemsOf } from '../pack.ts'
import { da, en } from '../page-messages.ts'
import { readCurrentPack } from '../read-pack-states.server.ts'
import { sectionLabels } from '../section-names.ts'
import type { Route } from './+types/pack-item.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const { section, code } = params
  if (!isSectionName(section)) throw new NotFound('section')
  const { pack, states } = await readCurrentPack(ctx, {})
  const item = itemsOf(pack, section).find((one) => one.code === code)
  if (!item) throw new NotFound('item')
  return { locale: ctx.locale, section, sectionLabel: sectionLabels[section][ctx.locale], label: item.label[ctx.locale], text: itemText(pack, section, code), stateId: states[0]!.id }
})

export const action = formAction(async ({ ctx, params, values: { csrf: _csrf, ...values } }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
  await editPackItem(ctx, { ...values, section: params.section, code: params.code })
  return redirect(`/administration/pakker/${params.section}/${params.code}?gemt=1`)
})

/** One rule, all its periods, as text that is checked line by line. */
export default function PackItemPage({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const r = refusal(d.locale, actionData)
  const saved = useSearchParams()[0].has('gemt') && !actionData
  const theirs = r.conflict && typeof r.conflict.theirs === 'string' ? r.conflict.theirs : null
  const mine = typed(r.values, 'text')
  return <>
    <title>{`${m.editTitle(d.label)} – Helhed`}</title>
    <ErrorSummary errors={r.errors} />
    <BackLink href={`/administration/pakker/${d.section}`}>{d.sectionLabel}</BackLink>
    <PageHead title={m.editTitle(d.label)} lead={m.editLead} />
    {saved && <Alert tone="success">{m.saved}</Alert>}
    {theirs !== null && <><Alert tone="warning">{m.stale}</Alert><Details summary={m.theirs}><pre>{theirs}</pre></Details></>}
    <Form errors={r.errors} summaryElsewhere guard>
      <input type="hidden" name="stateId" value={d.stateId} />
      <TextArea name="text" label={m.text} rows={18} value={mine === undefined || mine === '' ? d.text : mine} />
      <TextField name="note" label={m.note} hint={m.noteHint} value={typed(r.values, 'note')} />
      <SubmitButton>{m.save}</SubmitButton>
    </Form>
  </>
}
