/** How the count is said: `left` and `over` carry `{n}`. Positive: characters left; negative: too many. */
export const limitMessage = (length: number, limit: number, left: string, over: string): string =>
  (length > limit ? over : left).replace('{n}', String(Math.abs(limit - length)))

/** Counts down the characters of long answers as they are typed. Spoken only when typing rests. */
export const countCharacters = (document: Document): void => {
  document.addEventListener('input', (event) => {
    const box = event.target
    if (!(box instanceof HTMLTextAreaElement) || !box.dataset.limit) return
    const status = document.getElementById(`${box.id}-limit`)
    if (!status) return
    status.setAttribute('aria-live', 'polite')
    status.textContent = limitMessage(
      box.value.length,
      Number(box.dataset.limit),
      box.dataset.limitLeft ?? '{n}',
      box.dataset.limitOver ?? '-{n}',
    )
  })
}
