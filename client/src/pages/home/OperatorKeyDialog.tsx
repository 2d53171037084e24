/** Where the operator keeps the making of maps to those who hold the server's own key. The key is not kept. */
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'

export interface OperatorKeyDialogProps {
  readonly busy: boolean
  readonly trouble: string | undefined
  readonly onKey: (key: string) => void
  readonly onClose: () => void
}

export function OperatorKeyDialog({ busy, trouble, onKey, onClose }: OperatorKeyDialogProps) {
  const [key, setKey] = useState('')
  return (
    <Dialog
      title="New maps need a key here"
      intro="Whoever runs this server holds it. Maps that somebody shares with you open without it."
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (key !== '') onKey(key)
        }}
        style={{ display: 'grid', gap: 28, marginTop: 28, justifyItems: 'start' }}
      >
        <Field
          label="Key of this server"
          type="password"
          autoComplete="off"
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
        {trouble !== undefined && <p role="alert">{trouble}</p>}
        <Button look="filled" type="submit" disabled={busy || key === ''}>
          Make the map
        </Button>
      </form>
    </Dialog>
  )
}
