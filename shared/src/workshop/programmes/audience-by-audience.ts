import { prompt, stage, type Programme } from '../programme.ts'

/** First whom we mean, then what it is worth to exactly them. */
export const audienceByAudience: Programme = {
  id: 'audience-by-audience',
  title: 'Audience by audience',
  about: 'First whom we mean, then what it is worth to exactly them.',
  named: false,
  stages: [
    stage('talk', 5, 'Say who called last, and why.', { title: 'Welcome' }),
    stage('gather', 8, 'Answer alone. Think of people whom you have met.', {
      title: 'Whom we mean',
      kinds: ['audience'],
      prompts: [
        prompt('audience', 'Who is it for, and in which situation?', 'who'),
        prompt('audience', 'Whom would we like to reach who has never heard of us?', 'next'),
      ],
    }),
    stage('reveal', 8, 'Do we mean the same people?', { kinds: ['audience'] }),
    stage('vote', 4, 'Which two come first?', { kinds: ['audience'], votesOn: 'writing', dots: 2 }),
    stage('gather', 8, 'For the audience that came first, alone again.', {
      title: 'What it is worth to them',
      kinds: ['value'],
      prompts: [
        prompt('value', 'What is it worth to exactly them?', 'worth'),
        prompt('audience', 'What stops them?', 'obstacle'),
      ],
    }),
    stage('reveal', 8, 'What would they say themselves?', { kinds: ['value', 'audience'] }),
    stage('decide', 12, 'One wording for the audience, one for what it is worth to them.'),
    stage('link', 5, 'Link each value with those whom it serves.'),
    stage('brief', 2, 'Read the brief for this audience.'),
  ],
}
