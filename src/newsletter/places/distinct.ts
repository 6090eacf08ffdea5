import type { NamedPlace } from './listed.ts'

/** Each place once, by its name. */
export function distinct(places: readonly NamedPlace[]): readonly NamedPlace[] {
  const names = new Set<string>()
  return places.filter(({ name }) => !names.has(name) && names.add(name))
}
