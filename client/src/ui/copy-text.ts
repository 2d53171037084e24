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
