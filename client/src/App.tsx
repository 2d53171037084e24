/** Which page an address shows. Home comes at once; the map and the brief bring their own code when they are opened. */
import { unreachable } from '@throughline/shared/base'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { late } from './late.tsx'
import { HomePage } from './pages/HomePage.tsx'
import { RefusalPage } from './pages/RefusalPage.tsx'
import { WaitingPage } from './pages/WaitingPage.tsx'
import { followLink, readRoute, usePath, type Route } from './routes.ts'
import { ERROR_TEXTS } from './text/errors.ts'

const MapPage = late(() => import('./pages/MapPage.tsx').then((page) => page.MapPage), WaitingPage)
const ScreenPage = late(() => import('./pages/ScreenPage.tsx').then((page) => page.ScreenPage), WaitingPage)
const BriefPage = late(() => import('./pages/BriefPage.tsx').then((page) => page.BriefPage), WaitingPage)

/** Begins to fetch the code of the page at this address. Should that fail, the page says so when it is shown. */
export function fetchAhead(path: string): void {
  const { page } = readRoute(path)
  if (page === 'map') MapPage.load().catch(() => {})
  if (page === 'screen') ScreenPage.load().catch(() => {})
  if (page === 'brief') BriefPage.load().catch(() => {})
}

export function App() {
  const path = usePath()
  return (
    // A div that only listens: the links inside it are what people press.
    <div style={{ display: 'contents' }} onClick={followLink} role="presentation">
      <ErrorBoundary key={path}>
        <Page route={readRoute(path)} />
      </ErrorBoundary>
    </div>
  )
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'home':
      return <HomePage />
    case 'map':
      return <MapPage key={route.map} map={route.map} />
    case 'brief':
      return <BriefPage key={route.map} map={route.map} />
    case 'screen':
      return <ScreenPage key={route.map} map={route.map} />
    case 'unknown':
      return <RefusalPage trouble={ERROR_TEXTS['not-found']} />
    default:
      return unreachable(route)
  }
}
