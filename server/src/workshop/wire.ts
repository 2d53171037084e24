/**
 * A look as JSON, for many people at once.
 *
 * - **WI1** What all see alike becomes text once; the moment and each person's own are put between.
 * - **WI2** Read again, it is what `viewFor` says.
 */
import type { Look, Moment, OwnLook } from './rules/index.ts'

export interface Wire {
  /** Another one when there is something new for everybody; that time passes is nothing new. */
  alike(moment: Moment): string
  whole(moment: Moment, own: OwnLook): string
}

/** An object without its closing brace, to be gone on with. */
function opened(thing: object): string {
  return `${JSON.stringify(thing).slice(0, -1)},`
}

export function wireOf({ shared, prompts, vote }: Look): Wire {
  const head = opened(shared)
  const asked = prompts.map(opened)
  const voting = vote === null ? null : opened(vote)
  const all = [head, ...asked, voting ?? ''].join('')
  let last = { stage: '', alike: '' }
  return {
    alike({ stage }) {
      const still = JSON.stringify(stage?.paused === true ? { ...stage, endsAt: null } : stage)
      if (last.alike === '' || last.stage !== still) last = { stage: still, alike: all + still }
      return last.alike
    },
    whole(moment, { me, written, vote: mine }) {
      const own = asked.map((prompt, at) => `${prompt}"mine":${JSON.stringify(written[at] ?? '')}}`)
      const ballot = voting === null || mine === null ? 'null' : voting + JSON.stringify(mine).slice(1)
      const now = opened(moment).slice(1)
      return `${head}${now}"me":${JSON.stringify(me)},"prompts":[${own.join(',')}],"vote":${ballot}}`
    },
  }
}
