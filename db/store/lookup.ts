/** What a typed name means: one record, several candidates, or none with the nearest known name. */
export type Lookup<T> =
  | { readonly kind: 'one'; readonly value: T }
  | { readonly kind: 'several'; readonly candidates: readonly T[] }
  | { readonly kind: 'none'; readonly nearest: string | null }
