/** The line of a workshop over the map; its code comes after the map. */
import type { BlockId } from '@throughline/shared/schema'
import { Suspense } from 'react'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { WorkshopBar } from './late-panels.ts'
import type { PanelName } from './panels.ts'

export interface LiveLineProps {
  readonly live: LiveWorkshop | null
  readonly panel: PanelName | null
  readonly onPanel: (panel: PanelName, by: 'key') => void
  /** Shows a block where there is no canvas to go along. */
  readonly onShow: ((block: BlockId) => void) | null
}

export function LiveLine({ live, panel, onPanel, onShow }: LiveLineProps) {
  if (live === null) return null
  return (
    <Suspense fallback={null}>
      <WorkshopBar
        live={live}
        isOpen={panel === 'workshop'}
        onOpen={() => onPanel('workshop', 'key')}
        onShow={onShow}
      />
    </Suspense>
  )
}
