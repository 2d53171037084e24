/** Says aloud what others have just done; whoever looks at the outline sees it anyway. */
import { useEffect, useState } from 'react'
import { useSession } from '../../session/hooks.ts'
import { watchOthers } from '../../session/others-changes.ts'
import { sayNews } from '../../text/news.ts'

export function OthersNews() {
  const session = useSession()
  const [says, setSays] = useState('')
  useEffect(() => watchOthers(session, (news) => setSays(sayNews(news))), [session])
  return (
    <p className="only-heard" role="log" aria-live="polite" aria-label="What others do">
      {says}
    </p>
  )
}
