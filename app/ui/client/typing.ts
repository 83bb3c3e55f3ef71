/**
 * What somebody types before the page is alive stays. When React takes over a rendered textarea it writes the first text into it once more (inputs
 * it leaves alone), so words written on a slow connection would be lost or mixed with the old ones. Until the page is alive a textarea that has been
 * written in is left as it is, and the same text is not written again, for that would move the cursor.
 * @returns to be called when the page is alive
 */
export function keepWhatIsTyped(window: Window & typeof globalThis): () => void {
  const prototype = window.HTMLTextAreaElement.prototype
  const value = Object.getOwnPropertyDescriptor(prototype, 'value')
  const first = Object.getOwnPropertyDescriptor(prototype, 'defaultValue')
  if (!value?.get || !value.set || !first?.get || !first.set) return () => undefined
  let waking = true
  const read = (of: PropertyDescriptor, from: HTMLTextAreaElement): unknown => of.get?.call(from)
  const guard = (name: 'value' | 'defaultValue', native: PropertyDescriptor) =>
    Object.defineProperty(prototype, name, {
      ...native,
      set(this: HTMLTextAreaElement, text: string) {
        const written = read(value, this) !== read(first, this)
        if (waking && this.isConnected && ((name === 'value' && written) || text === read(native, this))) return
        native.set?.call(this, text)
      },
    })
  guard('value', value)
  guard('defaultValue', first)
  return () => {
    waking = false
  }
}
