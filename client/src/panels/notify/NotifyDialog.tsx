/** Where news of the map goes: for owners a webhook, for everybody a daily mail where the server sends any. */
import { useSession } from '../../session/hooks.ts'
import { NOTIFY, NOTIFY_INTRO } from '../../text/notify.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DigestSection } from './DigestSection.tsx'
import { WebhookSection } from './WebhookSection.tsx'

export function NotifyDialog({ onClose }: { readonly onClose: () => void }) {
  const { role } = useSession()
  return (
    <Dialog title={NOTIFY} intro={NOTIFY_INTRO} onClose={onClose}>
      {role === 'owner' && <WebhookSection />}
      <DigestSection />
    </Dialog>
  )
}
