/** Bottom left: how far one looks, and one line at a time about what has just happened. Keeps clear of the watermark. */
import { useEffect, useState } from 'react'
import { useMessage, useSession, useView } from '../../session/hooks.ts'
import { SelectedActs } from './SelectedActs.tsx'
import { TraceLine } from './TraceLine.tsx'
import styles from './Legend.module.css'

const MESSAGE_MS = 6_000

export interface LegendProps {
  readonly onOpenBlock: () => void
  readonly onLink: () => void
}

export function Legend({ onOpenBlock, onLink }: LegendProps) {
  const session = useSession()
  return (
    <div className={styles['legend']}>
      <Zoom />
      <button type="button" className={styles['fit']} title="The whole map" onClick={() => session.canvas?.zoomToFit()}>
        Fit
      </button>
      <TraceLine />
      <SelectedActs onOpen={onOpenBlock} onLink={onLink} />
      <Message />
    </div>
  )
}

function Zoom() {
  const session = useSession()
  const percent = useView(({ zoom }) => Math.round(zoom * 100))
  return (
    <button
      type="button"
      className={`${styles['zoom']} tnum`}
      title="Look at it at 100 %"
      aria-label={`${percent} %, look at it at 100 %`}
      onClick={() => session.canvas?.zoomTo100()}
    >
      {percent} %
    </button>
  )
}

/** Stays while it is hovered or focused, so that nobody has to read against the clock. */
export function Message() {
  const message = useMessage()
  const [seen, setSeen] = useState<number | null>(null)
  const [held, setHeld] = useState(false)
  const shown = message !== null && message.at !== seen
  useEffect(() => {
    if (message === null || held || message.at === seen) return
    const timer = setTimeout(() => setSeen(message.at), MESSAGE_MS)
    return () => clearTimeout(timer)
  }, [message, held, seen])
  return (
    <p
      role="status"
      className={styles['message']}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {shown && message.text}
    </p>
  )
}
