/** Mounts the Join page, a page of its own: nothing of the rest of the client comes with it. */
import '@fontsource-variable/literata/standard.css'
import '@fontsource-variable/hanken-grotesk/wght.css'
import './ui/tokens.css'
import './ui/base.css'
import { invariant } from '@throughline/shared/base'
import { createRoot } from 'react-dom/client'
import { JoinPage } from './pages/join/JoinPage.tsx'
import { readInvitation } from './pages/join/read-invitation.ts'
import { startTheme } from './ui/theme.ts'

startTheme()
const root = document.getElementById('root')
invariant(root, 'join.html has a #root')
createRoot(root).render(<JoinPage first={readInvitation(window.location.pathname, window.location.hash)} />)
