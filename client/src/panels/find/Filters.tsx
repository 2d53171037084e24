/** What narrows the finding: kind, status, owner, and the two gaps that a rule can name. */
import type { Query } from '@throughline/shared/finding'
import { BLOCK_KINDS, STATUSES, type BlockKind, type Status } from '@throughline/shared/schema'
import * as says from '../../text/commands.ts'
import { KIND_WORDS, STATUS_WORDS } from '../../text/words.ts'
import { Select } from '../../ui/Field.tsx'
import styles from './FindPanel.module.css'

interface FiltersProps {
  readonly query: Query
  readonly owners: readonly string[]
  readonly onAsk: (part: Partial<Query>) => void
}

export function Filters({ query, owners, onAsk }: FiltersProps) {
  const any = { value: '' as const, says: says.FIND_ANY }
  return (
    <div className={styles['filters']}>
      <Select<BlockKind | ''>
        label={says.FIND_KIND}
        value={query.kind ?? ''}
        options={[any, ...BLOCK_KINDS.map((value) => ({ value, says: KIND_WORDS[value] }))]}
        onChoose={(kind) => onAsk({ kind: kind === '' ? undefined : kind })}
      />
      <Select<Status | ''>
        label={says.FIND_STATUS}
        value={query.status ?? ''}
        options={[any, ...STATUSES.map((value) => ({ value, says: STATUS_WORDS[value] }))]}
        onChoose={(status) => onAsk({ status: status === '' ? undefined : status })}
      />
      {owners.length > 0 && (
        <Select<string>
          label={says.FIND_OWNER}
          value={query.owner ?? ''}
          options={[any, ...owners.map((value) => ({ value, says: value }))]}
          onChoose={(owner) => onAsk({ owner: owner === '' ? undefined : owner })}
        />
      )}
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={query.withoutProof === true}
          onChange={(event) => onAsk({ withoutProof: event.target.checked })}
        />
        {says.FIND_WITHOUT_PROOF}
      </label>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={query.pastReview === true}
          onChange={(event) => onAsk({ pastReview: event.target.checked })}
        />
        {says.FIND_PAST_REVIEW}
      </label>
    </div>
  )
}
