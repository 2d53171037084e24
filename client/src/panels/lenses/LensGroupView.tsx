/** One part of a lens: its name, what it has found, and a way to add one more. */
import type { FilledGroup, LensCell } from '@throughline/shared/lenses'
import { use, useId } from 'react'
import { useMapSnapshot, useView } from '../../session/hooks.ts'
import { ADD_KIND } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { FillingContext } from './filling.ts'
import styles from './LensesPanel.module.css'
import { GapSlot, LensSlotView } from './LensSlotView.tsx'

export interface LensGroupViewProps {
  readonly group: FilledGroup
  readonly level: 3 | 4
}

export function LensGroupView({ group, level }: LensGroupViewProps) {
  const { id, heading, kind, cells, beside, takesMore } = group
  const title = useId()
  const fill = use(FillingContext)
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const Heading = `h${level}` as const
  // A part of single fields is added to where the blocks themselves stand.
  const first = cells[0]?.slots.find(({ part }) => part === 'statement')
  return (
    <section className={styles['group']} data-lens-group={id} aria-labelledby={title}>
      <Heading id={title} className={styles['heading']}>
        {heading}
      </Heading>
      <ul className={styles['cells']}>
        {cells.map((cell) => (
          <CellView key={cell.block ?? 'gap'} cell={cell} group={group} />
        ))}
      </ul>
      {canWrite && takesMore && first !== undefined && (
        <p className={styles['more']}>
          <Button look="text" onClick={() => fill(kind, beside, first.id)}>
            {ADD_KIND[kind]}
          </Button>
        </p>
      )}
    </section>
  )
}

function CellView({ cell, group }: { readonly cell: LensCell; readonly group: FilledGroup }) {
  const { block, slots, groups } = cell
  const here = useView(({ selected }) => block !== null && selected.includes(block))
  // What the heading has said needs no second name in sight.
  const isNamed = (label: string) => slots.length === 1 || label === group.heading
  return (
    <li
      className={`${styles['cell']} ${styles[cell.kind]}`}
      data-lens-block={block ?? undefined}
      aria-current={here || undefined}
    >
      {slots.map((slot) =>
        block === null ? (
          <GapSlot key={slot.id} slot={slot} kind={cell.kind} beside={group.beside} isNamed={isNamed(slot.label)} />
        ) : (
          <LensSlotView key={slot.id} block={block} cell={cell} slot={slot} isNamed={isNamed(slot.label)} />
        ),
      )}
      {groups.map((inner) => (
        <LensGroupView key={inner.id} group={inner} level={4} />
      ))}
    </li>
  )
}
