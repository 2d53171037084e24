export type { Programme, Prompt, Stage } from './programme.ts'
export { PROGRAMMES } from './programmes.ts'
