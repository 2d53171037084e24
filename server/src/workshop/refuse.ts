/** Why a command was refused, in words that say what to do. */
import { AppError } from '@throughline/shared/errors'
import { WORKSHOP_FORBIDS } from '@throughline/shared/protocol'
import type { Refusal } from './rules/index.ts'

const SAYS: Readonly<Record<Refusal, string>> = {
  'not-facilitating': 'Only those who facilitate this workshop may do that; ask one of them, or to be made one.',
  'needs-editor': "This needs an editor's key; ask whoever invited you for one.",
  'not-running': 'No workshop is running; an editor can start one.',
  running: 'A workshop is running already; whoever facilitates it ends it first.',
  'no-next-stage': 'This is the last stage; end the workshop, or add a stage to its programme.',
  'no-stage-before': 'This is the first stage.',
  paused: 'The clock stands still already; resume it.',
  'not-paused': 'The clock is running already.',
  'no-clock': 'This stage has no clock; give it time first.',
  'wrong-stage': 'This is not the stage for that; move on to the one it belongs to.',
  'no-such-person': 'Nobody of this map goes by that id; ask them to join first.',
  'no-such-prompt': 'The programme asks nothing by that id; read the workshop anew.',
  'not-open-yet': 'That prompt comes in a later stage; wait until it is open.',
  revealed: 'That has been revealed already.',
  'vote-closed': 'This vote is closed and stays so; a facilitator can open another one.',
  'vote-open': 'This vote is still open; close it first.',
  'no-dots-left': 'You have no more dots; take some away elsewhere first.',
  'nothing-there': 'There is nothing by that id here, or it is not open to be read yet.',
  'no-voice': 'It was written under no voice of this map; adopt it as a block of its own.',
  'already-done': 'What has been entered keeps its kind and its prompts; change what lies ahead.',
  'last-facilitator': 'Nobody else facilitates; make somebody a facilitator first.',
  locked: 'The canvas is locked for now; ask whoever facilitates to unlock it.',
  enough: 'One workshop keeps no more than that; end it and start another.',
  full: 'This workshop has as many people as it holds; you can still watch.',
}

export function refusalOf(why: Refusal): AppError {
  const isForbidden = (WORKSHOP_FORBIDS as readonly string[]).includes(why)
  return new AppError(isForbidden ? 'not-allowed' : 'not-now', SAYS[why], { extra: { reason: why } })
}
