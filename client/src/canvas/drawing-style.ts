/**
 * Free drawing is pencil on the margin: the colours of the page, thin and plain (look, section 13). The palette takes
 * values only, since exports carry no stylesheet.
 */
import {
  DefaultColorStyle,
  DefaultColorThemePalette,
  DefaultDashStyle,
  DefaultFontStyle,
  DefaultSizeStyle,
  react,
  unsafe__withoutCapture,
  type Editor,
} from 'tldraw'

const INKS = {
  lightMode: {
    grey: '#524f48',
    black: '#1b1a17',
    red: '#bf2a10',
    yellow: '#a37b1c',
    blue: '#4f80ab',
    green: '#4c8a6f',
  },
  darkMode: { grey: '#b5b1a6', black: '#ece9e1', red: '#ff5f3d', yellow: '#a58437', blue: '#5486b0', green: '#4b8a6d' },
} as const
const PAPERS = {
  lightMode: { paper: '#f2f1ec', sheet: '#fbfaf7', edge: '#848074', tint: '#1b1a1708' },
  darkMode: { paper: '#111110', sheet: '#1a1a18', edge: '#737067', tint: '#ece9e108' },
} as const

export function inkPalette(): void {
  for (const mode of ['lightMode', 'darkMode'] as const) {
    const palette = DefaultColorThemePalette[mode]
    const { paper, sheet, edge, tint } = PAPERS[mode]
    palette.background = paper
    palette.text = INKS[mode].black
    for (const [name, ink] of Object.entries(INKS[mode])) {
      const color = palette[name as keyof (typeof INKS)[typeof mode]]
      color.solid = ink
      color.note = { fill: sheet, text: INKS[mode].black }
    }
    // Links lie under everything, so a frame that hid what is under it would cut the argument.
    palette.black.frame = { ...palette.black.frame, fill: tint, stroke: edge }
  }
}

/** Until it is called off: a note speaks with a person's voice, in the serif; the rest of drawing is plain. */
export function beginWithPencil(editor: Editor): () => void {
  const next = (set: () => void) => void editor.run(set, { history: 'ignore' })
  next(() => {
    editor.setStyleForNextShapes(DefaultColorStyle, 'grey')
    editor.setStyleForNextShapes(DefaultDashStyle, 'solid')
    editor.setStyleForNextShapes(DefaultSizeStyle, 's')
  })
  return react('face of the next shape', () => {
    const face = editor.getCurrentToolId() === 'note' ? 'serif' : 'sans'
    unsafe__withoutCapture(() => next(() => editor.setStyleForNextShapes(DefaultFontStyle, face)))
  })
}
