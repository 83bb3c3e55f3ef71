import { typed } from '#app/platform/forms/form-values.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import type { CodeWay } from '../inquiry.ts'
import { inquiryTexts } from '../words.ts'

type LinkFieldsProps = { values: Record<string, string | string[]> | null; confirm: readonly CodeWay[]; address?: string }
/** Where the link goes, and how whoever opens it shows that it is them. */
export const LinkFields = ({ values, confirm, address = '' }: LinkFieldsProps) => {
  const m = inquiryTexts(useLocale())
  return (
    <>
      <TextField name="address" type="email" label={m.ask.address} hint={m.ask.addressHint} value={typed(values, 'address', address)} optional />
      <Select
        name="codeBy"
        label={m.ask.codeBy}
        value={typed(values, 'codeBy', confirm[0] ?? 'agreed')}
        options={confirm.map((way) => ({ value: way, label: m.ask.code[way] }))}
      />
      {confirm.some((way) => way === 'sms' || way === 'email') && (
        <TextField name="codeAddress" label={m.ask.codeAddress} value={typed(values, 'codeAddress')} optional />
      )}
      {confirm.includes('agreed') && (
        <TextField name="agreedWord" label={m.ask.agreedWord} hint={m.ask.agreedWordHint} value={typed(values, 'agreedWord')} optional />
      )}
    </>
  )
}
