const closest = (event: Event, selector: string): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null

/** Links to a dialog open it as a real modal; folded menus close on a click outside and on Escape. */
export const handleDialogs = (document: Document): void => {
  document.addEventListener('click', (event) => {
    const opener = closest(event, '[data-open-dialog]')
    const dialog = opener && document.getElementById(opener.dataset.openDialog ?? '')
    if (dialog instanceof HTMLDialogElement) {
      event.preventDefault()
      if (!dialog.open) dialog.showModal()
      return
    }
    const closer = closest(event, '[data-close-dialog]')
    const opened = closer?.closest('dialog')
    if (opened?.open) {
      event.preventDefault()
      opened.close()
    }
    closeMenus(document, event.target)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === ' ' && closest(event, 'a[data-open-dialog]')) {
      event.preventDefault()
      closest(event, 'a[data-open-dialog]')?.click()
    }
    if (event.key === 'Escape') closeMenus(document, null)
  })
}

/** Closes open folded menus, except the one that holds `inside`; focus returns to its button when it was within. */
const closeMenus = (document: Document, inside: EventTarget | null) => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-close-outside][open]')) {
    if (inside instanceof Node && menu.contains(inside)) continue
    const hadFocus = menu.contains(document.activeElement)
    menu.open = false
    if (hadFocus) menu.querySelector('summary')?.focus()
  }
}
