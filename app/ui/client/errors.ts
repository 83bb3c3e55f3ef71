/** The control a link of an error summary points to: itself, or the first control inside a group. */
const control = (target: Element | null): HTMLElement | null =>
  target instanceof HTMLElement && target.matches('input, select, textarea, button, a')
    ? target
    : (target?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea') ?? null)

/** Shows the label or legend above the control, not only the box. */
const scrollToLabel = (field: HTMLElement) => {
  const legend = field.closest('fieldset')?.querySelector('legend')
  const label = field.id ? field.ownerDocument.querySelector(`label[for="${CSS.escape(field.id)}"]`) : null
  ;(legend ?? label ?? field).scrollIntoView({ block: 'start' })
}

/** Focus goes to the summary when the page opens with errors, and from its links to the fields. */
export const handleErrorSummaries = (document: Document): void => {
  document.querySelector<HTMLElement>('[data-error-summary]')?.focus()
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-error-summary] a[href^="#"]') : null
    const field = link ? control(document.getElementById(decodeURIComponent(link.hash.slice(1)))) : null
    if (!field) return
    event.preventDefault()
    scrollToLabel(field)
    field.focus({ preventScroll: true })
  })
}
