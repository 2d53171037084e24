/** Our own mistakes end here: a sentence and a way on instead of an empty window. What was saved is at the server. */
import { Component, type ReactNode } from 'react'
import { RefusalPage } from './pages/RefusalPage.tsx'

const BROKEN = {
  title: 'This page has come to a stop',
  says: 'Something in it does not work. Nothing that was saved is lost; reload the page to carry on.',
}

export class ErrorBoundary extends Component<
  {
    readonly children: ReactNode
    /** In place of what failed; absent, the whole page says so. */
    readonly fallback?: ReactNode
  },
  { readonly failed: boolean }
> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    if (this.props.fallback !== undefined) return this.props.fallback
    return <RefusalPage trouble={BROKEN} again={() => window.location.reload()} />
  }
}
