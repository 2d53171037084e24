export { clockFace, partGone, timeLeft } from './clock.ts'
export { useLiveWorkshop, useServerTime, useWorkshop } from './hooks.ts'
export { LiveWorkshop, type WorkshopNow } from './live-workshop.ts'
export type { Written } from './own-writing.ts'
