/** What a workshop says: on the map, and on the phones of those who take part. */
import { count, sentence } from './words.ts'

export const WORKSHOP_PANEL = 'Workshop'
export const CHOOSE_PROGRAMME = 'What to do together'
export const PROGRAMMES = 'Programmes'
export const CHANGE_PROGRAMME = 'Change the programme'
export const CHANGE_FIRST = 'Change it first'
export const AHEAD_CHANGES = 'All that lies ahead, and the words and lengths of what has been.'
export const KEEP_PROGRAMME = 'Keep these changes'
export const LEAVE_PROGRAMME = 'Leave it as it was'
export const PROGRAMME_NAME = 'Name of the programme'
export const PROGRAMME_ABOUT = 'What it is for'
export const ABOUT_KINDS = 'It is about'
export const NO_KIND_IS_ALL = 'With none chosen it is about all of them.'
export const ANY_KIND = 'left open'
export const ABOUT_BLOCK = 'Asks about'
export const NO_BLOCK = 'no block'
export const NAMES_SHOWN = 'Names stand beside what is revealed'
export const KIND_OF_STAGE = 'Another stage'
export const ADD_STAGE = 'Add it at the end'
export const STAGE_NAME = 'Name of the stage'
export const INSTRUCTION = 'What people are asked to do'
export const MINUTES_OF_STAGE = 'Minutes'
export const EARLIER = 'Earlier'
export const LATER = 'Later'
export const REMOVE_STAGE = 'Remove the stage'
export const QUESTION = 'Question'
export const ANSWERS_ARE = 'Answers are a'
export const ADD_QUESTION = 'Add a question'
export const REMOVE_QUESTION = 'Remove the question'
export const VOTES_ON = 'Dots go to'
export const DOTS_EACH = 'Dots for each person'
export const NOT_COMPLETE = 'A programme needs a name and a stage, and every question needs its words.'
export const NO_WORKSHOP = 'No workshop is running.'
export const EDITORS_START = 'Whoever may edit the map can start one.'
export const START = 'Start'
export const STARTS_CLOCK =
  'The clock starts with the first stage. You can pause, add time and go back; nothing is lost.'
export const PAUSE = 'Pause'
export const RESUME = 'Go on'
export const ADD_MINUTE = 'Add a minute'
export const PAUSED = 'Paused'
export const NO_LIMIT = 'No limit'
export const TIME_IS_UP = 'The time is up. Go on when the room is ready.'
export const REVEAL_ALL = 'Reveal together'
export const REVEAL_THIS = 'Reveal this one'
export const LATE_MAY_WRITE = 'Whoever has not written can still add theirs after.'
export const CLOSE_VOTE = 'Close the vote'
export const CLOSED_FOR_GOOD = 'Then the counts are shown. A closed vote is not opened again.'
export const LET_GO = 'Let everyone look around again'
export const GO_THERE = 'Go there'
export const GO_BACK = 'Back to where I was'
export const RAISE_HAND = 'Raise a hand'
export const LOWER_HAND = 'Lower your hand'
export const BIG_SCREEN = 'Open the big screen'
export const OPENS_WINDOW = 'In a window of its own, for the projector.'
export const SHOW_LIGHT = 'Light'
export const SHOW_DARK = 'Dark'
export const FILL_SCREEN = 'Fill the screen'
export const QUESTION_BEFORE = 'Question before'
export const QUESTION_AFTER = 'Next question'
export const WAITING_ROOM = 'The workshop begins in a moment.'
export const JOIN_WITH_PHONE = 'Join with your phone, or open the address and type the code.'
export const ALL_SEALED = 'Sealed until everybody sees them together.'
export const LIT_ON_SCREEN = 'Words said by more than one are lit.'
export const CODE_TO_JOIN = 'Code to join'
export const THIS_MACHINE_ONLY =
  'This address opens on this machine only. Start the server with HOST=0.0.0.0 and open the map by the machine’s name to let others in.'
export const STEP_DOWN = 'Stop facilitating'
export const VOTE_AGAIN = 'Vote again'
export const VOTE_AGAIN_NEW = 'With new dots for everybody.'
export const BRING_HERE = 'Bring everyone to the chosen block'
export const CHOOSE_BLOCK_FIRST = 'Choose one block on the map first.'
export const LOCK_CANVAS = 'Lock the canvas'
export const UNLOCK_CANVAS = 'Unlock the canvas'
export const LOCK_NOTE = 'For everybody who does not facilitate. Writing, voting and comments go on.'
export const IS_LOCKED = 'The canvas is locked for everybody who does not facilitate.'
export const MAY_EDIT = 'People may edit the canvas'
export const PEOPLE = 'People'
export const FACILITATES = 'facilitates'
export const IS_AWAY = 'away'
export const YOU = 'you'
export const MAKE_FACILITATOR = 'Make facilitator'
export const INVITE = 'Invite'
export const SHOW_INVITE = 'Show the code to join'
export const HIDE_INVITE = 'Hide the code to join'
export const JOIN_LINK = 'Link to join'
export const COPY_LINK = 'Copy link'
export const COPIED = 'Copied'
export const LINK_COPIED = 'The link is copied.'
export const POINT_PHONE = 'Point a phone here to join. No account, no app.'
export const JOINS_AS_EDITOR = 'This browser knows an editor’s link alone: whoever joins with it may edit the map, too.'
export const NO_LINK_HERE = 'This browser knows no link to hand on. An owner of the map makes one under Share.'
export const END_WORKSHOP = 'End the workshop'
export const END_SURELY = 'End it for everybody? What was written and decided stays.'
export const END_IT = 'End it'
export const GO_ON_WITH_IT = 'Go on with it'
export const ENDED = 'The workshop has ended.'
export const DECIDED = 'Decided'
export const NOTHING_DECIDED = 'Nothing was decided.'
export const SEE_VERSIONS = 'Versions'
export const SEE_BRIEF = 'Read the brief'
export const MINUTES = 'Minutes'
export const MINUTES_HOLD = 'Who was there, what was written, the votes, what was decided, and what is open.'
export const EARLIER_WORKSHOPS = 'Earlier workshops'
export const JOINS_AS_COMMENTER =
  'Whoever joins by it takes part and may comment; the map they may read. To edit they need an editor’s link.'
export const WHERE_KEPT = 'The map as it is now is kept under Versions; what was agreed stands in the brief.'
export const NEW_WORKSHOP = 'Another workshop'
export const OPEN_WORKSHOP = 'Open'
export const LINE_LOST = 'The line is lost; what you see may be old. It comes back by itself.'
export const OPENING = 'Opening the workshop…'
export const VIEWERS_NOT = 'With this link one reads the map. For the workshop ask for a commenter’s link.'
export const STAGES = 'Stages'

export const YOUR_TEXT = 'Your answer'
export const ONLY_YOU = 'Only you can read what you write until the reveal.'
export const SERVER_NOTE = 'It is encrypted at the server; whoever runs the server could still read it.'
export const SHOWN_NAMED = 'At the reveal everybody sees it, with your voice and your name.'
export const SHOWN_ANONYMOUS = 'At the reveal everybody sees it with your voice, without your name.'
export const REVEALED_ALREADY = 'Revealed: what you write now is seen by everybody.'
export const SAVING = 'Saving…'
export const ON_DEVICE = 'Kept on this device. It goes to the server when the connection is back.'
export const NOT_WRITTEN = 'Nothing written yet.'
export const WHAT_OTHERS_SAID = 'What was written'
export const NOBODY_WROTE = 'Nobody has written here.'
export const WHAT_DO_YOU_NOTICE = 'What do you notice?'
export const LIT_WORDS = 'Words said by more than one are underlined.'
export const ADOPT_BLOCK = 'Adopt as a block'
export const ADOPT_STATEMENT = 'Adopt for the chosen block'
export const ADOPTED = 'On the map'
export const WRITTEN_LATE = 'written after the reveal'
export const LOST =
  'This workshop was restored from a backup, which holds no private writing: what was not revealed by then is gone.'
export const NOT_YET_REVEALED = 'Sealed until the reveal.'

export const DOTS_SEALED = 'Sealed. Nobody sees who voted for what, now or later.'
export const FEW_VOTERS = 'Three voters or fewer: whoever sees the counts may guess who voted for what.'
export const SEVERAL_FINE = 'Several on one line is fine.'
export const VOTE_CLOSED = 'The vote is closed.'
export const NO_VOTE_ITEMS = 'There is nothing to vote on yet: adopt what was written as blocks first.'
export const WORDING = 'The wording'
export const WRITE_TOGETHER = 'Write one wording out of these'
export const MARK_AGREED = 'Agree on this wording'
export const CHOOSE_TO_DECIDE = 'Choose what to settle: here, or a block on the map.'
export const SETTLE_THIS = 'Settle this one'
export const ADOPT_AND_SETTLE = 'Adopt as a block and settle it'
export const IS_AGREED = 'Agreed'
export const NOTHING_TO_SETTLE = 'There is nothing to settle yet: make a block on the map, or adopt what was written.'
export const ANOTHER_BLOCK = 'Settle another one'
export const ONE_FOR_ALL = 'This is the block’s own statement: everybody who edits the map writes in it at once.'
export const USE_THIS = 'Begin with this'
export const DISSENT = 'I see it differently'
export const YOUR_DISSENT = 'In your own words'
export const KEEP_DISSENT = 'Keep my dissent'
export const DISSENT_KEPT = 'Kept, in your words.'
export const CHANGE_DISSENT = 'Word your dissent anew'
export const SEE_DIFFERENTLY = 'Who sees it differently'
export const ALL_LOOK_AT = 'Everyone is looking at'
export const NOTHING_SETTLED_YET = 'Nothing is being settled yet. Look at the big screen.'
export const STILL_WRITTEN = 'Not agreed yet. It changes here as it is written.'
export const WORDINGS = 'Wordings'
export const OPENING_BRIEF = 'Opening the brief…'
export const BRIEF_IS_EMPTY = 'Nothing stands on the brief yet.'
export const READ_AGAIN = 'Read it anew'
export const AS_IT_PRINTS = 'The page as it prints'
export const LOOK_UP = 'Look at the big screen, or open the map.'
export const OPEN_MAP = 'Open the map'

export const JOIN_A_WORKSHOP = 'Join a workshop'
export const CODE_HINT = 'Six letters and figures, on the screen in the room.'
export const NO_SUCH_CODE =
  'No code reads like that: it has six letters and figures, and nothing that looks like something else, such as O and 0.'
export const GO_ON = 'Go on'
export const WHO_CAN_READ = 'Who can read what you write'
export const INVITED_TO = 'You are invited to'
export const YOUR_NAME = 'Your name'
export const SPEAK_FOR = 'You speak for'
export const NO_VOICE = 'Nobody in particular'
export const JOIN = 'Join'
export const NO_ACCOUNT = 'No account. Your name stays on this map.'
export const WAITING_START = 'The workshop has not started yet. This page goes on by itself.'
export const THANKS_ENDED = 'The workshop has ended. What was decided stands on the map.'
export const DONE = 'Done'
export const ALL_KEPT = 'You can change it until the reveal.'

const listed = new Intl.ListFormat('en-GB')
export const VOTES_ON_WORDS = {
  writing: 'what was written',
  blocks: 'blocks',
  tellings: 'tellings',
  links: 'links',
} as const

/** "45 min", "3 h", "5 days". */
export function sayLength(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 120) return `${minutes} min`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} h` : count(Math.round(hours / 24), 'day')
}
export const nextStage = (stage: string): string => `Next: ${stage}`
export const backTo = (stage: string): string => `Back to ${stage}`
export const NOTHING_IS_LOST = 'Nothing is lost.'
export const haveWritten = (written: number, all: number): string => `${written} of ${all} have written`
export const stillWriting = (n: number): string =>
  n <= 0
    ? 'Nobody can read these yet, you included.'
    : `${sentence(count(n, 'person', 'people'))} ${n === 1 ? 'is' : 'are'} still writing. Nobody can read these yet, you included.`
export const writeAs = (voice: string): string => `You write for ${voice}.`
export const keptAt = (at: number | null): string =>
  at === null
    ? 'Kept on the server.'
    : `Kept on the server, ${new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}.`
export const notTaken = (why: string): string => `Not taken, and kept here: ${why}`
export const dotsLeft = (left: number): string => `${sentence(count(left, 'dot'))} left.`
export const dotsOn = (n: number): string => count(n, 'dot')
export const takeDot = (words: string): string => `Take a dot from “${words}”`
export const giveDot = (words: string): string => `Give a dot to “${words}”`
export const adoptAsTelling = (voice: string): string => `Adopt as ${voice}’s telling`
export const hereNow = (n: number): string => `${sentence(count(n, 'person', 'people'))} here`
export const facilitatedBy = (names: readonly string[]): string =>
  `${listed.format(names)} ${names.length === 1 ? 'is' : 'are'} facilitating.`
export const nowStage = (stage: string): string => `Now: ${stage}.`
export const A_MINUTE_LEFT = 'A minute left.'
export const REVEALED = 'What was written is revealed.'
export const promptOf = (at: number, all: number): string => `Question ${at} of ${all}`
/** In two groups of three, as it is read aloud. */
export const sayCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`
export const handsUp = (names: readonly string[]): string =>
  `${names.length === 1 ? 'A hand is' : 'Hands are'} up: ${listed.format(names)}`
export const broughtTo = (statement: string): string =>
  statement === '' ? 'Everyone is brought to a block.' : `Everyone is brought to “${statement}”.`
export const haveVoted = (voted: number, all: number): string => `${voted} of ${all} have voted`
export const moreWordings = (n: number): string => `${sentence(count(n, 'more wording'))}`
export const agreedBy = (names: string): string => (names === '' ? 'Agreed.' : `Agreed by ${names}.`)
/** In a list, where there is room for a line. */
export const blockChoice = (kind: string, statement: string): string =>
  `${kind}: ${statement.length > 60 ? `${statement.slice(0, 59).trimEnd()}…` : statement}`
export const questionAbout = (statement: string): string => `How would you say “${statement.slice(0, 100)}”?`
/** "29 Nov 2026, 10:00." */
export const sayWhen = (at: number): string =>
  `${new Date(at).toLocaleString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })}.`
const NAMED_AT_MOST = 6
export const whoWasThere = (names: readonly string[]): string => {
  const more = names.length - NAMED_AT_MOST
  const shown = more > 1 ? [...names.slice(0, NAMED_AT_MOST), `${more} more`] : names
  return names.length === 0 ? '' : `${listed.format(shown)}.`
}
