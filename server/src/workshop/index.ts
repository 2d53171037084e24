export { newJoinCode } from './join-codes.ts'
export { Workshops } from './workshops.ts'
