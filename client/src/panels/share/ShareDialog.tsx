/** One link a role: choose by what it may do, copy it or show its code, and take links back. */
import type { Role } from '@throughline/shared/access'
import { useEffect, useState } from 'react'
import { serverConfig } from '../../api/session.ts'
import { shareLink } from '../../api/keys.ts'
import { useSession } from '../../session/hooks.ts'
import { errorText } from '../../text/errors.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { LinkBox } from './LinkBox.tsx'
import { LinksInUse } from './LinksInUse.tsx'
import { PhoneCode } from './PhoneCode.tsx'
import { RoleChoice } from './RoleChoice.tsx'
import styles from './ShareDialog.module.css'
import { useLinks, type Links } from './use-links.ts'

const INTRO = 'A link carries a role. Whoever has it, has the role; no account is needed.'

export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { role } = useSession()
  if (role !== 'owner')
    return (
      <Dialog title="Share" intro={INTRO} onClose={onClose}>
        <p className={styles['not-owner']}>
          Links are made by the owners of this map. The link you came with opens the map for others too, with the role
          you have.
        </p>
      </Dialog>
    )
  return <OwnersShare onClose={onClose} />
}

function OwnersShare({ onClose }: { readonly onClose: () => void }) {
  const { mapId } = useSession()
  const [role, setRole] = useState<Role>('editor')
  const origin = useOrigin()
  const links = useLinks(mapId, true)
  const secret = links.secrets[role]
  useMissingLink(links, role)
  const link = secret === undefined ? null : shareLink(origin, mapId, secret, role === 'reader' ? 'brief' : 'map')
  return (
    <Dialog
      title="Share"
      intro={INTRO}
      onClose={onClose}
      aside={<PhoneCode link={link} role={role} waiting={links.busy} />}
    >
      <RoleChoice role={role} keys={links.keys} onChoose={setRole} />
      <LinkBox key={role} role={role} link={link} waiting={links.keys === null} busy={links.busy} onMake={links.make} />
      {links.trouble !== null && (
        <p className={styles['trouble']} role="alert">
          {errorText(links.trouble).says}
        </p>
      )}
      <LinksInUse keys={links.keys ?? []} busy={links.busy} onRevoke={links.revoke} />
    </Dialog>
  )
}

/**
 * A link for the chosen role, made where this browser knows none: secrets are shown once, so an owner who came by a link
 * knows no other. Not for owners' links, which nobody makes by looking.
 */
function useMissingLink({ keys, secrets, trouble, busy, make }: Links, role: Role): void {
  const missing = keys !== null && secrets[role] === undefined && trouble === null && !busy && role !== 'owner'
  useEffect(() => {
    if (missing) void make({ role, label: '', expiresAt: null })
  }, [missing, role, make])
}

/** Where links point: what the operator says, else where this page came from. */
function useOrigin(): string {
  const [origin, setOrigin] = useState(window.location.origin)
  useEffect(() => {
    let left = false
    serverConfig().then(
      ({ publicUrl }) => {
        if (!left && publicUrl !== null) setOrigin(publicUrl.replace(/\/$/, ''))
      },
      () => undefined, // out of reach: this page's own origin is the best there is
    )
    return () => {
      left = true
    }
  }, [])
  return origin
}
