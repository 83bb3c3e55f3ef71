/** Toasts close on their button; those with a time limit go by themselves, but wait while pointer or focus is on them. */
export const dismissToasts = (document: Document): void => {
  for (const button of document.querySelectorAll<HTMLElement>('[data-toast-close]')) button.hidden = false
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-toast-close]') : null
    const toast = button?.closest<HTMLElement>('[data-toast]')
    if (toast) toast.hidden = true
  })
  const age = new WeakMap<Element, number>()
  document.defaultView?.setInterval(() => {
    for (const toast of document.querySelectorAll<HTMLElement>('[data-toast-seconds]:not([hidden])')) {
      if (toast.matches(':hover') || toast.contains(document.activeElement)) continue
      const seconds = (age.get(toast) ?? 0) + 1
      age.set(toast, seconds)
      if (seconds > Number(toast.dataset.toastSeconds)) toast.hidden = true
    }
  }, 1000)
}
