/** Where news of the map go: for owners, a webhook. */
import { useSession } from '../../session/hooks.ts'
import { NOTIFY, NOTIFY_INTRO } from '../../text/notify.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { WebhookSection } from './WebhookSection.tsx'

export function NotifyDialog({ onClose }: { readonly onClose: () => void }) {
  const { role } = useSession()
  return (
    <Dialog title={NOTIFY} intro={NOTIFY_INTRO} onClose={onClose}>
      {role === 'owner' && <WebhookSection />}
    </Dialog>
  )
}
