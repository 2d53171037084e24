/** The map through a known framework, in the framework's own arrangement: read, filled and written in like the map itself. */
import { fillLens, isLensId, LENS_IDS, LENSES, type FilledGroup } from '@throughline/shared/lenses'
import { useEffect, useMemo, useRef, type FocusEvent, type MouseEvent } from 'react'
import { useMap, useMapSnapshot, useSession, useView } from '../../session/hooks.ts'
import { gapsLeft, LENS, LENSES_INTRO, LENSES_PANEL } from '../../text/lenses.ts'
import { Select } from '../../ui/Field.tsx'
import { Panel } from '../../ui/Panel.tsx'
import arrangements from './arrangements.module.css'
import { countGaps } from './count-gaps.ts'
import { FillingContext } from './filling.ts'
import { LensGroupView } from './LensGroupView.tsx'
import styles from './LensesPanel.module.css'
import { useFilling } from './use-filling.ts'

/** Four pillars side by side, and the canvas keeps room for a card. */
const WIDTH = 800

export function LensesPanel({ onClose }: { readonly onClose?: (() => void) | undefined }) {
  const session = useSession()
  const map = useMap()
  const lens = useView((view) => view.lens)
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const groups = useMemo(() => fillLens(map, LENSES[lens]), [map, lens])
  const body = useRef<HTMLFieldSetElement>(null)
  const filling = useFilling(body, groups)
  useChosenInView(body)
  const choose = (target: EventTarget) => {
    const id = target instanceof Element ? target.closest<HTMLElement>('[data-lens-block]')?.dataset['lensBlock'] : null
    const block = [...map.blocks.values()].find((one) => one.id === id)
    if (block === undefined || session.getSnapshot().view.selected.join() === block.id) return
    session.setView({ selected: [block.id] })
    session.canvas?.showBlocks([block.id])
  }
  return (
    <Panel title={LENSES_PANEL} intro={LENSES_INTRO} width={WIDTH} onClose={onClose}>
      <div className={styles['top']}>
        <Select
          label={LENS}
          value={lens}
          options={LENS_IDS.map((id) => ({ value: id, says: LENSES[id].name }))}
          onChoose={(id) => isLensId(id) && session.setView({ lens: id })}
        />
        <p className={styles['about']}>
          {LENSES[lens].shows} <span className={styles['from']}>{LENSES[lens].from}.</span>
        </p>
        <p role="status" className={styles['gaps']}>
          {gapsLeft(countGaps(groups))}
        </p>
      </div>
      <FillingContext value={filling}>
        <fieldset
          ref={body}
          className={styles['body']}
          disabled={!canWrite}
          aria-label={LENSES[lens].name}
          onFocus={(event: FocusEvent) => choose(event.target)}
          onMouseDown={(event: MouseEvent) => choose(event.target)}
        >
          <div className={`${styles['lens']} ${arrangements[lens]}`} data-sentence={LENSES[lens].isSentence === true}>
            {groups.map((group: FilledGroup) => (
              <LensGroupView key={`${lens} ${group.id}`} group={group} level={3} />
            ))}
          </div>
        </fieldset>
      </FillingContext>
    </Panel>
  )
}

/** What somebody picks on the canvas comes into sight here; what one is writing in here stays where it is. */
function useChosenInView(body: React.RefObject<HTMLElement | null>): void {
  const chosen = useView(({ selected }) => (selected.length === 1 ? selected[0] : undefined))
  useEffect(() => {
    if (chosen === undefined || body.current === null || body.current.contains(document.activeElement)) return
    const cells = [...body.current.querySelectorAll<HTMLElement>('[data-lens-block]')]
    cells.find(({ dataset }) => dataset['lensBlock'] === chosen)?.scrollIntoView({ block: 'nearest' })
  }, [body, chosen])
}
