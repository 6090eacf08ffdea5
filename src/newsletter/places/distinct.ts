import { isStateOf, type NamedPlace, type ScannedText } from './listed.ts'

/** Each place once, by its name. */
export function distinct(places: readonly NamedPlace[]): readonly NamedPlace[] {
  const names = new Set<string>()
  return places.filter(({ name }) => !names.has(name) && names.add(name))
}

/** `Screening in the Pacific. ICAO held a course in Nadi, Fiji`: a region in a title says less than the town below it. */
export function withoutRegionOfTitle(
  { words }: ScannedText,
  places: readonly NamedPlace[],
): readonly NamedPlace[] {
  const stop = words.findIndex(({ key }, at) => key === '.' && words[at + 1]?.joined === false)
  const isBelow = stop >= 0 && places.some(({ kind, from }) => kind === 'town' && from > stop)
  return isBelow ? places.filter(({ kind, from }) => kind !== 'region' || from > stop) : places
}

/** `in Kenya (Nairobi, 3 March)` and `in Nairobi (Kenya, 3 March)`: the only town, with the State around it. */
export function townWithin(
  states: readonly NamedPlace[],
  towns: readonly NamedPlace[],
): NamedPlace | undefined {
  const [[state], [town]] = [states, towns]
  if (!state || !town || states.length + towns.length > 2 || !isStateOf(town, state)) return undefined
  const name = `${town.name}, ${state.name}`
  return { ...town, name, inList: name }
}
