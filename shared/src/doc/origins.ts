/**
 * Who made a transaction. Undo takes back `EDIT` alone: neither what others did, nor what a program did for everyone.
 */
export const EDIT = 'throughline:edit'
/** Ours, but not a person's gesture: making a block before it is shown, seeding, repairs. */
export const UNTRACKED = 'throughline:untracked'
