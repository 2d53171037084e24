/** An address as a QR code: for the foot of a printed page, where a phone finds its way back to the live brief. */
import type { QrCode } from '@throughline/shared/brief'
import qrcode from 'qrcode'

/** A page is made anew for every try to fit it, with the same address. */
let last: { readonly text: string; readonly code: QrCode } | undefined

export function qrCode(text: string): QrCode {
  if (last?.text !== text) last = { text, code: drawCode(text) }
  return last.code
}

/** Each row of dark squares as strips, so that nothing shines through between them. No quiet zone: the paper is white. */
function drawCode(text: string): QrCode {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let row = 0; row < size; row += 1) {
    for (let from = 0; from < size; from += 1) {
      let to = from
      while (to < size && data[row * size + to] === 1) to += 1
      if (to > from) path += `M${from} ${row}h${to - from}v1h${from - to}z`
      from = to
    }
  }
  return { size, path }
}
