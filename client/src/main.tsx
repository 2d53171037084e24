/** Mounts the client, nothing more. */
import '@fontsource-variable/literata/standard.css'
import '@fontsource-variable/literata/standard-italic.css'
import '@fontsource-variable/hanken-grotesk/wght.css'
import './ui/tokens.css'
import './ui/base.css'
import { invariant } from '@throughline/shared/base'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, fetchAhead } from './App.tsx'
import { keepAppFiles } from './browser/app-files.ts'
import { startTheme } from './ui/theme.ts'

fetchAhead(window.location.pathname)
startTheme()
const root = document.getElementById('root')
invariant(root, 'index.html has a #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
keepAppFiles()
