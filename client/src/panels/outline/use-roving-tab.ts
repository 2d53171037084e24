/**
 * One line of the outline is in the page's tab order, the arrows go on from there: the line one was at, else the chosen
 * block's, else the first. Set on the page itself, since a thousand lines need not be drawn again for it.
 */
import type { OutlineLine } from '@throughline/shared/outline'
import type { BlockId } from '@throughline/shared/schema'
import { useEffect, useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'
import { useMapSnapshot } from '../../session/hooks.ts'

export function useRovingTab(list: RefObject<HTMLElement | null>, lines: readonly OutlineLine[]) {
  const current = useRef<string | null>(null)
  const chosen = useMapSnapshot(({ view }) => (view.selected.length === 1 ? (view.selected[0] ?? null) : null))
  const apply = () => {
    const wanted = lines.some(({ key }) => key === current.current)
      ? current.current
      : (lineOf(lines, chosen)?.key ?? lines[0]?.key)
    for (const line of list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])
      line.tabIndex = line.dataset['line'] === wanted ? 0 : -1
  }
  useLayoutEffect(apply)
  // What is chosen elsewhere comes into view here.
  useEffect(() => {
    const line = lineOf(lines, chosen)
    if (line === undefined || list.current?.contains(document.activeElement) === true) return
    current.current = line.key
    apply()
    list.current?.querySelector(`[data-line="${CSS.escape(line.key)}"]`)?.scrollIntoView({ block: 'nearest' })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the choice changes, not with every edit
  }, [chosen])
  return ({ target }: FocusEvent): void => {
    const key = (target as HTMLElement).dataset['line']
    if (key === undefined) return
    current.current = key
    apply()
  }
}

function lineOf(lines: readonly OutlineLine[], block: BlockId | null): OutlineLine | undefined {
  return lines.find(({ entry }) => entry.block.id === block && !entry.again)
}
