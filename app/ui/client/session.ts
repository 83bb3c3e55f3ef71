/** What to do at a moment: nothing, show the warning with the time left, or leave. All in seconds. */
export const sessionStep = (secondsLeft: number, warnSeconds: number): 'wait' | 'warn' | 'leave' =>
  secondsLeft <= 0 ? 'leave' : secondsLeft <= warnSeconds ? 'warn' : 'wait'

/** "4 min. 05 sek." in the page's language: `format` holds 111 for minutes and 22 for seconds. */
export const countdown = (secondsLeft: number, format: string): string =>
  format.replace('111', String(Math.floor(secondsLeft / 60))).replace('22', String(secondsLeft % 60).padStart(2, '0'))

/** Counts towards logout, warns with a dialog, and keeps the session when asked. Counted by the clock, as timers sleep with the phone. */
export const watchSession = (document: Document): void => {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-session]')
  const window = document.defaultView
  if (!dialog || !window) return
  const total = Number(dialog.dataset.sessionSeconds)
  const warn = Number(dialog.dataset.sessionWarn)
  let deadline = Date.now() + total * 1000
  let announced = 0

  const tick = () => {
    const left = Math.max(0, Math.round((deadline - Date.now()) / 1000))
    const step = sessionStep(left, warn)
    if (step === 'leave') return window.location.assign(dialog.dataset.sessionOut ?? '/')
    if (step === 'wait') return
    if (!dialog.open) dialog.showModal()
    const shown = dialog.querySelector<HTMLElement>('[data-session-countdown]')
    if (!shown) return
    // Read aloud once a minute, and not every second.
    const minute = Math.ceil(left / 60)
    shown.setAttribute('aria-live', minute !== announced ? 'assertive' : 'off')
    announced = minute
    shown.textContent = countdown(left, dialog.dataset.sessionFormat ?? '111:22')
  }
  window.setInterval(tick, 1000)

  const keep = async () => {
    const form = dialog.querySelector<HTMLFormElement>('[data-session-form]')
    try {
      const answer = await fetch(dialog.dataset.sessionKeep ?? '', {
        method: 'POST',
        body: form ? new FormData(form) : undefined,
        credentials: 'same-origin',
        headers: { accept: 'application/json' },
      })
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status))
      deadline = Date.now() + total * 1000
      dialog.close()
    } catch {
      form?.submit()
    }
  }
  dialog.addEventListener('submit', (event) => {
    event.preventDefault()
    event.stopPropagation()
    void keep()
  })
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    void keep()
  })
}
