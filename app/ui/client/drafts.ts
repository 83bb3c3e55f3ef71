/** "10.32" of a local time. */
export const clock = (time: Date): string => `${String(time.getHours()).padStart(2, '0')}.${String(time.getMinutes()).padStart(2, '0')}`

/** What is typed in a form, as one string, to tell whether anything changed. Files count by name; the csrf token not at all. */
export const snapshot = (data: Iterable<[string, FormDataEntryValue]>): string =>
  [...data]
    .filter(([name]) => name !== 'csrf')
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : value.name}`)
    .join('\n')

const quiet = 1500 // milliseconds without typing before a draft is sent

type Watched = { saved: string; timer?: number; saving?: Promise<void> }

/**
 * Forms with `data-draft-url` are saved while one writes: a POST of all their fields, answered with any 2xx.
 * Forms with `data-guard` ask once before the page is left with changes that are not saved.
 */
export const guardAndSaveForms = (document: Document): void => {
  const window = document.defaultView
  if (!window) return
  const watched = new Map<HTMLFormElement, Watched>()
  const watch = (form: HTMLFormElement) => {
    const known = watched.get(form)
    if (known) return known
    const fresh: Watched = { saved: snapshot(new FormData(form)) }
    watched.set(form, fresh)
    return fresh
  }
  const scan = () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard], form[data-draft-url]')) watch(form)
  }
  scan()

  const save = async (form: HTMLFormElement, state: Watched) => {
    const now = snapshot(new FormData(form))
    if (now === state.saved || !form.isConnected) return
    const status = form.querySelector<HTMLElement>('[data-draft-status]')
    const say = (text: string | undefined) => {
      if (status) status.textContent = text ?? ''
    }
    say(status?.dataset.saving)
    try {
      const answer = await fetch(form.dataset.draftUrl ?? '', {
        method: 'POST',
        body: new FormData(form),
        credentials: 'same-origin',
        headers: { accept: 'application/json', 'x-draft': '1' },
      })
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status))
      state.saved = now
      say((status?.dataset.saved ?? '{time}').replace('{time}', clock(new Date())))
    } catch {
      say(status?.dataset.failed)
      state.timer = window.setTimeout(() => void save(form, state), 15_000)
    }
  }

  document.addEventListener('focusin', scan)
  const changed = (event: Event) => {
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>('form[data-draft-url]') : null
    if (!form) return
    const state = watch(form)
    window.clearTimeout(state.timer)
    state.timer = window.setTimeout(() => {
      state.saving = save(form, state).finally(() => delete state.saving)
    }, quiet)
  }
  document.addEventListener('input', changed)
  document.addEventListener('change', changed)
  // Submitting is not leaving: what was typed goes with it.
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    const state = watched.get(form)
    window.clearTimeout(state?.timer)
    if (event.defaultPrevented) return
    if (state?.saving) {
      // A draft on its way could arrive after what is sent now and stand there as if nothing had been sent: it goes first.
      event.preventDefault()
      const { submitter } = event
      const soon = new Promise<void>((resolve) => window.setTimeout(resolve, 3000)) // without a network one is not kept waiting
      void Promise.race([state.saving, soon]).then(() => {
        delete state.saving
        form.requestSubmit(submitter)
      })
      return
    }
    watched.clear()
  })
  window.addEventListener('beforeunload', (event) => {
    const unsaved = [...watched].some(
      ([form, state]) => form.isConnected && 'guard' in form.dataset && snapshot(new FormData(form)) !== state.saved,
    )
    if (unsaved) event.preventDefault()
  })
}
