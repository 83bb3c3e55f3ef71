import { type ReactNode, useId } from 'react'

/** A list to choose from, with its label beside it (a label around a list would be read with all that is in it). */
export const Pick = ({ name, label, required, value, children }: { name: string; label: string; required?: boolean; value?: string | number; children: ReactNode }) => {
  const id = useId()
  return (
    <div className="room-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} className="form-select" required={required} defaultValue={value ?? ''}>
        {children}
      </select>
    </div>
  )
}
