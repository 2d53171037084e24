/**
 * Light or dark, as `data-theme` on the root element. `system` follows the machine, also when it changes.
 * The choice is kept in this browser.
 */
import { useSyncExternalStore } from 'react'
import { keep, kept } from '../browser/keep.ts'

export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]
export type Theme = 'light' | 'dark'

const KEY = 'throughline:theme'
const listeners = new Set<() => void>()
const darkMachine = () => window.matchMedia('(prefers-color-scheme: dark)')

export function themeChoice(): ThemeChoice {
  const choice = kept(KEY)
  return THEME_CHOICES.find((known) => known === choice) ?? 'system'
}

export function currentTheme(): Theme {
  const choice = themeChoice()
  if (choice !== 'system') return choice
  return darkMachine().matches ? 'dark' : 'light'
}

function show(): void {
  document.documentElement.dataset['theme'] = currentTheme()
  for (const listener of listeners) listener()
}

export function chooseTheme(choice: ThemeChoice): void {
  keep(KEY, choice)
  show()
}

/** Puts the theme on the page and follows the machine from then on. Called once, before anything is drawn. */
export function startTheme(): void {
  show()
  darkMachine().addEventListener('change', show)
  window.addEventListener('storage', (event) => {
    if (event.key === KEY) show()
  })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, currentTheme)
export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(subscribe, themeChoice)
