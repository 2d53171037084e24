/** A file dropped anywhere on the page. Says whether one is being dragged over it, so that the page can say so too. */
import { useEffect, useState } from 'react'
import { isText } from '../../session/text-files.ts'

/** Dragging words or a card is none of our business; only files are. */
function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** Takes files with words only: any other is left to whatever lies below, such as the canvas. */
export function useFileDrop(onFile: (file: File) => void, active = true): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    if (!active) return
    // dragenter and dragleave come for every element on the way; only the last leave counts.
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth += 1
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const allow = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      const file = [...(event.dataTransfer?.files ?? [])].find(isText)
      if (file === undefined) return
      event.preventDefault()
      event.stopPropagation()
      onFile(file)
    }
    // In the capturing phase: the canvas stops what it sees.
    window.addEventListener('dragenter', enter, true)
    window.addEventListener('dragleave', leave, true)
    window.addEventListener('dragover', allow, true)
    window.addEventListener('drop', drop, true)
    return () => {
      window.removeEventListener('dragenter', enter, true)
      window.removeEventListener('dragleave', leave, true)
      window.removeEventListener('dragover', allow, true)
      window.removeEventListener('drop', drop, true)
    }
  }, [onFile, active])
  return over
}
