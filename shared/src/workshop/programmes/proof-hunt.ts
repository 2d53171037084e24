import { prompt, stage, type Programme } from '../programme.ts'

/** Everything that anybody knows and nobody has written down. */
export const proofHunt: Programme = {
  id: 'proof-hunt',
  title: 'Proof hunt',
  about: 'Everything that shows it is true, out of the heads of those who were there.',
  named: true,
  stages: [
    stage('talk', 2, 'Read the values on the map aloud.', { title: 'What we claim' }),
    stage('gather', 8, 'Write what you have seen or heard yourself, with where it can be checked.', {
      kinds: ['proof'],
      prompts: [
        prompt('proof', 'What has a customer said or done that shows it?', 'customer'),
        prompt('proof', 'Which figure would you show?', 'figure'),
        prompt('proof', 'What would somebody ask who does not believe us?', 'doubt'),
      ],
    }),
    stage('reveal', 8, 'Which of these can we show tomorrow?', { kinds: ['proof'] }),
    stage('vote', 3, 'Which would convince you?', { kinds: ['proof'], votesOn: 'writing' }),
    stage('link', 7, 'Adopt the proofs, and link each with what it supports.', { kinds: ['proof', 'value'] }),
    stage('brief', 2, 'Read the brief. What is still claimed without proof?'),
  ],
}
