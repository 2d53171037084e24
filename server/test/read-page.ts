/** A PDF as its reader has it: the text and where it stands, the tree of its tags, and what it says about itself. */
import { getDocumentProxy } from 'unpdf'

export interface PlacedText {
  readonly text: string
  /** Points from the left and from the top of the paper. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly size: number
}

/** One element of the structure tree, with the text that it holds, but for what its children hold. */
export interface Tag {
  readonly role: string
  readonly alt: string
  readonly lang: string
  readonly text: string
  readonly children: readonly Tag[]
}

export interface ReadPage {
  readonly pages: number
  readonly width: number
  readonly height: number
  readonly title: string
  readonly lang: string
  readonly marked: boolean
  readonly texts: readonly PlacedText[]
  readonly links: readonly string[]
  readonly tree: Tag
}

interface TextItem {
  readonly str: string
  readonly width: number
  readonly transform: readonly number[]
  readonly type?: string
  readonly id?: string
}

export async function readPage(file: Uint8Array): Promise<ReadPage> {
  // Read from a copy: pdf.js takes what it is given.
  const pdf = await getDocumentProxy(new Uint8Array(file), { verbosity: 0 })
  try {
    const page = await pdf.getPage(1)
    const [, , width = 0, height = 0] = page.view
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
    const info = new Map<string, unknown>(Object.entries((await pdf.getMetadata()).info))
    const marked = byMark(content.items as readonly TextItem[])
    return {
      pages: pdf.numPages,
      width,
      height,
      title: String(info.get('Title') ?? ''),
      lang: String(info.get('Language') ?? ''),
      marked: (await pdf.getMarkInfo())?.['Marked'] === true,
      texts: marked.flatMap(({ items }) => items).map((item) => placed(item, height)),
      links: (await page.getAnnotations()).flatMap(({ subtype, url }) => (subtype === 'Link' ? [String(url)] : [])),
      tree: tagOf(
        await page.getStructTree(),
        new Map(marked.map(({ id, items }) => [id, items.map(({ str }) => str).join('')])),
      ),
    }
  } finally {
    await pdf.cleanup()
    await pdf.loadingTask.destroy()
  }
}

/** Texts by the mark they stand in; what stands in none has no id. */
function byMark(items: readonly TextItem[]) {
  const marks: { readonly id: string; readonly items: TextItem[] }[] = [{ id: '', items: [] }]
  for (const item of items) {
    if (item.type?.startsWith('beginMarkedContent') === true) marks.push({ id: item.id ?? '', items: [] })
    else if (item.type === undefined && item.str !== '') marks.at(-1)?.items.push(item)
  }
  return marks
}

/** Ascender and descender of the faces we set, in ems: what may stick out of a line. */
const [ABOVE, BELOW] = [0.8, 0.25]

function placed({ str, width, transform }: TextItem, height: number): PlacedText {
  const [, , , size = 0, left = 0, base = 0] = transform
  return {
    text: str,
    left,
    right: left + width,
    top: height - base - size * ABOVE,
    bottom: height - base + size * BELOW,
    size,
  }
}

interface StructNode {
  readonly role?: string
  readonly alt?: string
  readonly lang?: string
  readonly id?: string
  readonly children?: readonly StructNode[]
}

function tagOf(node: StructNode | null, texts: ReadonlyMap<string, string>): Tag {
  const children = node?.children ?? []
  return {
    role: node?.role ?? '',
    alt: node?.alt ?? '',
    lang: node?.lang ?? '',
    text: children.map(({ id }) => (id === undefined ? '' : (texts.get(id) ?? ''))).join(''),
    children: children.filter(({ role }) => role !== undefined).map((child) => tagOf(child, texts)),
  }
}

/** The tags of a tree in the order they are read. */
export function flatten(tag: Tag): readonly Tag[] {
  return [tag, ...tag.children.flatMap(flatten)]
}
