/** The brief as one file of HTML, with its fonts, its logo and the code of its address in it. */
import { renderHtml, type Brief, type Design, type Paper } from '@throughline/shared/brief'
import { pictureTypeOf, type AssetId } from '@throughline/shared/protocol'
import { Buffer } from 'node:buffer'
import process from 'node:process'
import { qrCode } from '../qr-code.ts'
import { embeddedFonts } from './embedded-fonts.ts'

export interface HtmlJob {
  readonly brief: Brief
  readonly paper: Paper
  readonly design: Design
  /** The bytes of the brief's logo, where it has one that is at hand. */
  readonly logo?: Uint8Array | undefined
}

export async function htmlFile({ brief, paper, design, logo }: HtmlJob): Promise<Uint8Array> {
  const options = {
    paper,
    design,
    code: brief.live === undefined ? undefined : qrCode(brief.live),
    logo: logo === undefined ? undefined : dataAddress(brief.logo?.asset ?? '', logo),
  }
  // What is left out on paper says so in letters of its own: so it is made once to see which letters there are.
  const html = renderHtml(brief, { ...options, fonts: PLACE })
  // Without them where they cannot be cut down: that must not cost anybody the page.
  const fonts = await embeddedFonts(textOf(html), design).catch((error: unknown) => {
    process.emitWarning(`HTML without its fonts: ${error instanceof Error ? error.message : String(error)}`)
    return ''
  })
  return Buffer.from(
    fonts === '' ? renderHtml(brief, options) : html.replace(`<style>${PLACE}`, () => `<style>${fonts}`),
  )
}

/** Which letters there are is known when it is made; what people write is escaped, and comes after it. */
const PLACE = '/* fonts */'

/** What is read of it, and a little more. */
function textOf(html: string): string {
  const body = html.slice(html.indexOf('<body>')).replace(/<[^>]*>/g, '')
  return body.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: keyof typeof NAMED) => NAMED[name])
}

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" } as const

function dataAddress(asset: string, bytes: Uint8Array): string {
  // A logo's id is that of a picture (`isLogoAsset`).
  return `data:${pictureTypeOf(asset as AssetId)};base64,${Buffer.from(bytes).toString('base64')}`
}
