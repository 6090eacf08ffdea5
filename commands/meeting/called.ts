import { isolate } from '../../src/core/text/direction/isolate.ts'

/**
 * `M1 Quarterly` within a sentence: a title from right to left keeps its numbers, and takes none of the words after it.
 */
export function called({ id, title }: { readonly id: number; readonly title: string }): string {
  return `M${id} ${isolate(title)}`
}
