import { prompt, stage, type Programme } from '../programme.ts'

/** From answers that have nothing to do with each other to one line, linked and agreed on. */
export const fromScatteredToOneLine: Programme = {
  id: 'from-scattered-to-one-line',
  title: 'From scattered to one line',
  about: 'From what everybody says today to one line from purpose to proof, agreed on and linked.',
  named: false,
  stages: [
    stage('talk', 5, 'Say what each of us is asked for again and again.', { title: 'Welcome' }),
    stage('gather', 12, 'Answer alone. One sentence a question is enough.', {
      prompts: [
        prompt('purpose', 'Why do we exist? What do we want to be true?'),
        prompt('value', 'What is it worth to them?'),
        prompt('audience', 'Who is it for, and in which situation?'),
        prompt('proof', 'Why should anyone believe it?'),
      ],
    }),
    stage('reveal', 15, 'Read across the voices. Where do we say the same in other words?'),
    stage('cluster', 15, 'Adopt what belongs on the map, and put together what says the same.'),
    stage('vote', 6, 'Which blocks carry us?', { votesOn: 'blocks', dots: 5 }),
    stage('decide', 20, 'Settle the wording, one block after the other. Whoever sees it differently says so.'),
    stage('link', 12, 'Draw the line: purpose to value, value to audience, proof to value.'),
    stage('brief', 5, 'Read the brief together. What would you leave out?'),
  ],
}
