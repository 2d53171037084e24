export { Versions } from './versions.ts'
export { watchRest, type RestWatch } from './watch-rest.ts'
