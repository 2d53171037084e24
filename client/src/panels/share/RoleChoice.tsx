/** The roles, strongest first, each with what it may do and how many links carry it. */
import { ROLES, type Role } from '@throughline/shared/access'
import type { KeyView } from '@throughline/shared/protocol'
import { ROLE_SENTENCES, ROLE_WORDS } from '../../text/words.ts'
import { Radio } from '../../ui/Radio.tsx'
import styles from './ShareDialog.module.css'

export interface RoleChoiceProps {
  readonly role: Role
  /** Null until they are known. */
  readonly keys: readonly KeyView[] | null
  readonly onChoose: (role: Role) => void
}

export function RoleChoice({ role, keys, onChoose }: RoleChoiceProps) {
  return (
    <fieldset className={styles['roles']}>
      <legend className="only-heard">Role</legend>
      {ROLES.toReversed().map((one) => (
        <label key={one} className={styles['role']}>
          <Radio
            size={16}
            name="role"
            value={one}
            checked={one === role}
            aria-describedby={`role-${one}`}
            aria-label={ROLE_WORDS[one]}
            onChange={() => onChoose(one)}
          />
          <strong>{ROLE_WORDS[one]}</strong>
          <span id={`role-${one}`}>{ROLE_SENTENCES[one]}</span>
          <span className={styles['count']}>
            {keys !== null && countLinks(keys.filter((key) => key.role === one).length)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function countLinks(n: number): string {
  return n === 0 ? 'no link' : n === 1 ? '1 link' : `${n} links`
}
