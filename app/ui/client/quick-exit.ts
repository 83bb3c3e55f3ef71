/** "Forlad siden": blank at once, end the session in the background, and replace this page in the history. */
export const handleQuickExit = (document: Document): void => {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-quick-exit]') : null
    if (!link) return
    event.preventDefault()
    const { body, title } = document
    body.hidden = true
    document.title = title && ' '
    void fetch(link.href, { method: 'GET', keepalive: true, credentials: 'same-origin', redirect: 'manual' }).catch(() => undefined)
    document.defaultView?.location.replace(link.dataset.quickExit ?? link.href)
  })
}
