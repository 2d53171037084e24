/** What one types to join: an address, and six characters in two groups, as they are read aloud. */
import { CODE_TO_JOIN, sayCode } from '../../text/workshop.ts'
import inviteStyles from './Invite.module.css'

export function JoinCode({ origin, code }: { readonly origin: string; readonly code: string }) {
  return (
    <p className={inviteStyles['join-code']}>
      <span>{`${origin.replace(/^https?:\/\//, '')}/j`}</span>
      <strong aria-label={`${CODE_TO_JOIN}: ${code}`}>{sayCode(code)}</strong>
    </p>
  )
}
