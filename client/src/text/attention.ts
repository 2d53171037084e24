/** What is said while one looks along with somebody else. */
export const follow = (name: string): string => `Follow ${name}`
export const following = (name: string): string => `Following ${name}`
export const showsYou = (name: string): string => `${name} is showing you the map`
export const shows = (name: string): string => `${name} is showing the map`
export const lookedAway = (name: string): string => `You have looked away from ${name}`
export const hasGone = (name: string): string => `${name} is not here any more.`
export const hasShown = (name: string): string => `${name} has stopped showing the map.`
export const STOP_FOLLOWING = 'Stop following'
export const FOLLOW = 'Follow'
export const LOOK_ALONG = 'Look along'
export const DONE = 'Done'
export const SHOW_MAP = 'Show everyone what I see'
export const STOP_SHOWING = 'Stop showing'
export const YOU_SHOW = 'You are showing everyone the map'
export const SHOW_NOTE = 'Their map goes along with yours. Anybody can look away and come back.'
export const LASER_KEY = 'Point with the laser'
