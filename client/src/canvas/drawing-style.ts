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
const SHEETS = { lightMode: '#fbfaf7', darkMode: '#1a1a18' } as const

export function inkPalette(): void {
  for (const mode of ['lightMode', 'darkMode'] as const) {
    const palette = DefaultColorThemePalette[mode]
    for (const [name, ink] of Object.entries(INKS[mode])) {
      const color = palette[name as keyof (typeof INKS)[typeof mode]]
      color.solid = ink
      color.note = { fill: SHEETS[mode], text: INKS[mode].black }
    }
  }
}

export function beginWithPencil(editor: Editor): void {
  editor.run(
    () => {
      editor.setStyleForNextShapes(DefaultColorStyle, 'grey')
      editor.setStyleForNextShapes(DefaultDashStyle, 'solid')
      editor.setStyleForNextShapes(DefaultSizeStyle, 's')
      editor.setStyleForNextShapes(DefaultFontStyle, 'sans')
    },
    { history: 'ignore' },
  )
}
