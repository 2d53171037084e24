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
  const area = document.createElement('textarea')
  area.value = text
  area.style.cssText = 'position: fixed; inset: 0; opacity: 0'
  document.body.append(area)
  area.select()
  // oxlint-disable-next-line typescript/no-deprecated -- the only way over plain http
  const copied = document.execCommand('copy')
  area.remove()
  return copied
}
