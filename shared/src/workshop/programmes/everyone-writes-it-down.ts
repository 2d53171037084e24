import { prompt, stage, type Programme } from '../programme.ts'

/** The test itself: the same four questions, answered alone and laid side by side. */
export const everyoneWritesItDown: Programme = {
  id: 'everyone-writes-it-down',
  title: 'Everyone writes it down',
  about:
    'Four questions, answered alone, then laid side by side. You see what is shared and what one voice says alone.',
  named: false,
  stages: [
    stage('talk', 3, 'Say why we are here, and which voice each of us speaks for.', { title: 'Welcome' }),
    stage('gather', 10, 'Answer alone, as you would say it to somebody outside.', {
      prompts: [
        prompt('purpose', 'Why do we exist? What do we want to be true?'),
        prompt('value', 'What is it worth to them?'),
        prompt('audience', 'Who is it for, and in which situation?'),
        prompt('proof', 'Why should anyone believe it?'),
      ],
    }),
    stage('reveal', 10, 'Read what was written, in silence first. What do you notice?'),
    stage('vote', 5, 'Which of these would you say out loud tomorrow?', { votesOn: 'writing' }),
    stage('decide', 15, 'Take the wording that came first, and write one together.'),
    stage('brief', 2, 'Read the brief together, aloud.'),
  ],
}
