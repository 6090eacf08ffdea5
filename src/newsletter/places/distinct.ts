import { isStateOf, type NamedPlace, type ScannedText } from './listed.ts'

/** Each place once, by its name. */
export function distinct(places: readonly NamedPlace[]): readonly NamedPlace[] {
  const names = new Set<string>()
  return places.filter(({ name }) => !names.has(name) && names.add(name))
}

/** `at Incheon airport, Republic of Korea`: a building of a town and then the State are one place. */
export function withItsState(
  { words, text }: ScannedText,
  places: readonly NamedPlace[],
): readonly NamedPlace[] {
  const [town, state, ...others] = places
  const gap = town && state ? words.slice(town.to, state.from).map(({ text: word }) => word) : []
  const isOne = town?.kind === 'town' && state?.kind === 'state' && gap.length > 1 && gap.length < 4
  if (
    !isOne ||
    others.length > 0 ||
    gap.at(-1) !== ',' ||
    !gap.slice(0, -1).every((word) => /^\p{Ll}{4,}$/u.test(word))
  )
    return places
  const name = text.slice(words[town.from]?.at, words[state.to - 1]?.end)
  return [{ ...town, name, inList: name, state: state.state, to: state.to }]
}

/** `Screening in the Pacific. ICAO held a course in Nadi, Fiji`: a region in a title says less than the town below it. */
export function withoutRegionOfTitle(
  { words }: ScannedText,
  places: readonly NamedPlace[],
): readonly NamedPlace[] {
  const stop = words.findIndex(({ key }, at) => key === '.' && words[at + 1]?.joined === false)
  const below = stop < 0 ? undefined : places.find(({ kind, from }) => kind === 'town' && from > stop)
  const saysLess = ({ kind, state }: NamedPlace) =>
    kind === 'region' || (kind === 'state' && state === below?.state)
  return below ? places.filter((place) => !saysLess(place) || place.from > stop) : places
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
