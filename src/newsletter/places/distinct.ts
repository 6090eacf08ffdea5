import type { Named } from './listed.ts'

/** Each place once, by its name. */
export function distinct(places: readonly Named[]): readonly Named[] {
  const names = new Set<string>()
  return places.filter(({ name }) => !names.has(name) && names.add(name))
}
