/**
 * Buttons that copy a text: `<button data-copy="id of the box" data-copied="Kopieret" hidden>`. Hidden without a script: the box can be
 * marked and copied by hand. Says beside the button that it is done.
 */
export const copyTexts = (document: Document): void => {
  const show = () => document.querySelectorAll<HTMLElement>('[data-copy][hidden]').forEach((button) => button.removeAttribute('hidden'))
  show()
  new MutationObserver(show).observe(document.body, { childList: true, subtree: true })
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null
    const box = button && document.getElementById(button.dataset.copy ?? '')
    if (!button || !(box instanceof HTMLTextAreaElement)) return
    void copyFrom(box).then((done) => {
      const status = document.getElementById(`${box.id}-copied`)
      if (done && status) status.textContent = button.dataset.copied ?? ''
    })
  })
}

/** The clipboard may be closed to us: then the text is marked, ready for the keyboard. */
async function copyFrom(box: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(box.value)
    return true
  } catch {
    box.focus()
    box.select()
    return false
  }
}
