declare const brand: unique symbol

/** A primitive that says what it is, so that a person's id can't be passed for a block's. Costs nothing at run time. */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name }
