export { Workshops } from './workshops.ts'
