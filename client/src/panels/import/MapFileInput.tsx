/** The hidden input behind every "choose a file" button. */
import type { Ref } from 'react'
import { TEXT_FILES } from '../../session/text-files.ts'

interface MapFileInputProps {
  readonly ref: Ref<HTMLInputElement>
  readonly onChosen: (file: File) => void
}

export function MapFileInput({ ref, onChosen }: MapFileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      accept={TEXT_FILES}
      aria-label="Map file or text"
      className="only-heard"
      tabIndex={-1}
      onChange={(event) => {
        const chosen = event.target.files?.[0]
        // So that choosing the same file again is a choice, too.
        event.target.value = ''
        if (chosen !== undefined) onChosen(chosen)
      }}
    />
  )
}
