/** One difference of two editions, in the words that are printed; null where nothing was, or is. */
export interface ItemChange {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly before: string | null
  readonly after: string | null
}
