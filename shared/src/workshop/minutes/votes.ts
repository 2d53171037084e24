/** What people voted for; who did is known to nobody. */
import type { MinutesPart, MinutesSource, MinutesVote } from './minutes.ts'
import { stageName } from '../stage-names.ts'
import { count } from './say.ts'

export function votesOf({ votes, programme }: MinutesSource): readonly MinutesPart[] {
  if (votes.length === 0) return [{ is: 'remark', text: 'There was no vote.' }]
  return votes.flatMap((vote, at): readonly MinutesPart[] => {
    const stage = programme.stages[vote.stage]
    const asked = stage === undefined ? '' : stage.instruction || stageName(stage)
    const again = votes.slice(0, at).filter((one) => one.stage === vote.stage).length
    return [{ is: 'heading', text: again === 0 ? asked : `${asked} (again)` }, ...resultOf(vote)]
  })
}

function resultOf({ dots, result }: MinutesVote): readonly MinutesPart[] {
  if (result === null) return [{ is: 'remark', text: 'The vote is not closed, so nobody has counted.' }]
  const { voters, counts } = result
  if (voters === 0) return [{ is: 'remark', text: 'Nobody voted.' }]
  const given = counts.filter((one) => one.dots > 0).toSorted((a, b) => b.dots - a.dots)
  const none = counts.length - given.length
  const rest = none === 0 ? '' : ` ${none} of ${counts.length} got none.`
  const each = `with ${count(dots, 'dot')} each`
  return [
    {
      is: 'remark',
      text: `${count(voters, 'person', 'people')} voted, ${each}; who for what, nobody can know.${rest}`,
    },
    { is: 'counts', rows: given },
  ]
}
