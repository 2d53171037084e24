/** The statement's field, in the very place of the statement. Enter and Esc end it, Tab goes on along the argument. */
import type { Block } from '@throughline/shared/schema'
import { useLayoutEffect, useState } from 'react'
import { useEditor } from 'tldraw'
import { useSession } from '../../session/hooks.ts'
import { questionFor } from '../../text/words.ts'
import { TextField, type Leaving } from '../../writing/index.ts'
import { stepAlong } from '../keys/step-along.ts'
import { keepHeight, startWriting, stopWriting, takeClick } from './writing-in.ts'

export function CardField({ block }: { readonly block: Block }) {
  const editor = useEditor()
  const session = useSession()
  const { id } = block
  useLayoutEffect(() => {
    const before = session.undo.undoStack.at(-1)
    return () => keepHeight(editor, session, id, before)
  }, [editor, session, id])
  const [clickedAt] = useState(() => takeClick(editor, block.id))
  const leave = (how: Leaving) => stopWriting(editor, block.id, how !== 'blur')
  const goOn = (backwards: boolean) => {
    const next = stepAlong(editor, block.id, backwards)
    if (next === null) leave('escape')
    else startWriting(editor, next)
  }
  return (
    <TextField
      blockId={block.id}
      name="statement"
      label="Statement"
      className="card-statement card-field"
      placeholder={questionFor(block)}
      placeCaretAt={clickedAt}
      onLeave={leave}
      onTab={goOn}
    />
  )
}
