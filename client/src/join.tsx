/** Mounts the Join page, a page of its own: nothing of the rest of the client comes with it. */
import '@fontsource-variable/literata/standard.css'
import '@fontsource-variable/hanken-grotesk/wght.css'
import './ui/tokens.css'
import './ui/base.css'
import { invariant } from '@throughline/shared/base'
import { isId, type MapId } from '@throughline/shared/schema'
import { createRoot } from 'react-dom/client'
import { JoinPage } from './pages/join/JoinPage.tsx'
import { UNKNOWN_JOIN } from './text/workshop.ts'
import { startTheme } from './ui/theme.ts'

startTheme()
const root = document.getElementById('root')
invariant(root, 'join.html has a #root')
const [, code] = window.location.pathname.match(/^\/j\/([^/]+)\/?$/) ?? []
createRoot(root).render(isId(code) ? <JoinPage map={code as MapId} /> : <p>{UNKNOWN_JOIN}</p>)
