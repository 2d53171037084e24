/** Putting words on the clipboard, also where browsers allow it reluctantly. */

/**
 * Puts the text of a field on the clipboard. Over plain http, as on a local network, browsers have no clipboard API;
 * there the field itself is selected and copied, which works everywhere and inside a modal dialog too.
 */
export async function copyField(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  try {
    if (window.isSecureContext) {
      await navigator.clipboard.writeText(field.value)
      return true
    }
  } catch {
    // Refused by the browser: the older way may still be allowed.
  }
  field.focus()
  field.select()
  return document.execCommand('copy')
}

/**
 * Puts words on the clipboard; false where the browser does not let us. The modern way needs https or localhost, and
 * Throughline is used over plain http on local networks too.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.style.cssText = 'position: fixed; inset: 0; opacity: 0'
  document.body.append(area)
  area.select()
  // oxlint-disable-next-line typescript/no-deprecated -- the only way over plain http
  const copied = document.execCommand('copy')
  area.remove()
  // What had the focus keeps it.
  if (before instanceof HTMLElement) before.focus()
  return copied
}
