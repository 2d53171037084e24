/** Something a person may do, but perhaps not now: the refusal is data, never an exception. */
export type Result<Value, Refusal extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: Refusal }

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function refused<const Refusal extends string>(why: Refusal): { readonly ok: false; readonly why: Refusal } {
  return { ok: false, why }
}
