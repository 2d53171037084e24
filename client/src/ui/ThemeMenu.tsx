/** System, light or dark. */
import { SunMoon } from 'lucide-react'
import { Choice } from './Field.tsx'
import { Menu } from './Menu.tsx'
import { chooseTheme, useThemeChoice, type ThemeChoice } from './theme.ts'

const OPTIONS: readonly { readonly value: ThemeChoice; readonly says: string }[] = [
  { value: 'system', says: 'System' },
  { value: 'light', says: 'Light' },
  { value: 'dark', says: 'Dark' },
]

export function ThemeChoiceField() {
  return <Choice label="Theme" value={useThemeChoice()} options={OPTIONS} onChoose={chooseTheme} />
}

export function ThemeMenu() {
  return (
    <Menu name="Theme" label={<SunMoon size={18} strokeWidth={1.5} />}>
      {() => <ThemeChoiceField />}
    </Menu>
  )
}
