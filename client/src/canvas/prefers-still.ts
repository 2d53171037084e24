/** Whether this person would rather have nothing move that need not (`prefers-reduced-motion`), as of now. */
export const prefersStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches
