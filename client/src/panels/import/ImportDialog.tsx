/** What a map file would bring, before it does: counts, and every repair line by line. Nothing is lost in silence. */
import type { Repair } from '@throughline/shared/protocol'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { count, sentence } from '../../text/words.ts'
import styles from './ImportDialog.module.css'

export interface ImportPlan {
  readonly blocks: number
  readonly links: number
  readonly report: readonly Repair[]
}

export interface ImportDialogProps {
  readonly fileName: string
  readonly plan: ImportPlan
  /** "Make the map" or "Add to this map". */
  readonly action: string
  readonly busy: boolean
  /** What went wrong when it was tried. */
  readonly trouble?: string | undefined
  readonly onGo: () => void
  readonly onClose: () => void
}

export function ImportDialog({ fileName, plan, action, busy, trouble, onGo, onClose }: ImportDialogProps) {
  const { blocks, links, report } = plan
  return (
    <Dialog
      title={sentence(`${count(blocks, 'block')}, ${count(links, 'link')}`)}
      intro={fileName}
      onClose={onClose}
      actions={
        <>
          <Button look="filled" disabled={busy} onClick={onGo}>
            {busy ? 'One moment…' : action}
          </Button>
          <Button look="text" onClick={onClose}>
            Leave it
          </Button>
        </>
      }
    >
      <RepairReport report={report} />
      {trouble !== undefined && (
        <p className={styles['trouble']} role="alert">
          {trouble}
        </p>
      )}
    </Dialog>
  )
}

export function RepairReport({ report }: { readonly report: readonly Repair[] }) {
  if (report.length === 0) return <p className={styles['none']}>Everything in the file fits.</p>
  return (
    <section className={styles['report']}>
      <h3 className={styles['heading']}>
        {sentence(count(report.length, 'thing'))} {report.length === 1 ? 'does' : 'do'} not fit as{' '}
        {report.length === 1 ? 'it stands' : 'they stand'}
      </h3>
      <ul className={styles['lines']} tabIndex={0} aria-label="What is repaired or left out">
        {report.map((repair, at) => (
          <li key={at} className={styles['line']}>
            <code className={styles['path']}>{repair.path === '' ? 'file' : repair.path}</code>
            <span>
              {sentence(repair.problem)}: <strong>{repair.done}</strong>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
