import type { ReactNode } from 'react'
import { typed } from '#app/platform/forms/form-values.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { TextField } from '#app/ui/fields.tsx'
import type { CodeWay } from '../inquiry.ts'
import { inquiryTexts } from '../words.ts'

type Values = Record<string, string | string[]> | null

/** Where the link goes. */
export const LinkAddress = ({ values, address = '' }: { values: Values; address?: string }) => {
  const m = inquiryTexts(useLocale()).ask
  return <TextField name="address" type="email" label={m.address} hint={m.addressHint} value={typed(values, 'address', address)} optional />
}
/** How whoever opens the link shows that it is them: the code never goes the way of the link. */
export const CodeFields = ({ values, confirm }: { values: Values; confirm: readonly CodeWay[] }) => {
  const m = inquiryTexts(useLocale()).ask
  const fields: Partial<Record<CodeWay, ReactNode>> = {
    sms: <TextField name="codePhone" type="tel" label={m.codePhone} value={typed(values, 'codePhone')} width="s" />,
    email: <TextField name="codeMail" type="email" label={m.codeMail} value={typed(values, 'codeMail')} />,
    agreed: <TextField name="agreedWord" label={m.agreedWord} hint={m.agreedWordHint} value={typed(values, 'agreedWord')} autoComplete="off" />,
  }
  return (
    <RadioGroup
      name="codeBy"
      legend={m.codeBy}
      hint={m.codeByHint}
      value={typed(values, 'codeBy', confirm[0] ?? 'agreed')}
      choices={confirm.map((way) => ({ value: way, label: m.code[way], ...(fields[way] ? { reveals: fields[way] } : {}) }))}
    />
  )
}
