/** What of a map's notices leaves by HTTP. */
import type { MapRead } from '@throughline/shared/doc'
import { findNotices, sortNotices, type Notice } from '@throughline/shared/notices'
import type { NoticesAnswer } from '@throughline/shared/protocol'

/** `today` is YYYY-MM-DD. */
export function presentNotices({ map, dismissed }: MapRead, today: string): NoticesAnswer {
  const { open, left } = sortNotices(map, findNotices(map, today), dismissed)
  return {
    notices: open.map(present),
    dismissed: left.map((notice) => {
      const { reason, by, at } = notice.dismissal
      return { ...present(notice), reason, by, at }
    }),
  }
}

function present({ rule, about, says, why }: Notice) {
  return { rule, about: [...about], says, why }
}
