/** An address as a code for a phone's camera: black on white in either theme, or cameras would not read it. */
import { useEffect, useState } from 'react'

/** Modules of quiet around the code, as the standard asks. */
const QUIET = 4

export interface QrPicture {
  readonly size: number
  readonly path: string
}

export async function qrPicture(text: string): Promise<QrPicture> {
  const { default: qrcode } = await import('qrcode')
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  const dark: string[] = []
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column) !== 0) dark.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`)
  return { size: modules.size + 2 * QUIET, path: dark.join('') }
}

export function qrSvg({ size, path }: QrPicture): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="1024" height="1024"><rect width="100%" height="100%" fill="#fff"/><path d="${path}" fill="#000" shape-rendering="crispEdges"/></svg>`
}

/** Null while it is being drawn. */
export function useQr(text: string | null): QrPicture | null {
  const [drawn, setDrawn] = useState<{ readonly text: string; readonly picture: QrPicture } | null>(null)
  useEffect(() => {
    if (text === null) return
    let left = false
    void qrPicture(text).then((picture) => left || setDrawn({ text, picture }))
    return () => {
      left = true
    }
  }, [text])
  return drawn !== null && drawn.text === text ? drawn.picture : null
}

export function QrCode({ picture, name }: { readonly picture: QrPicture; readonly name: string }) {
  const { size, path } = picture
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
