import { scan } from '../places/place.ts'

/** The States that a text names, as its list has them. */
export function findCountries(text: string): readonly string[] {
  return [...scan(text).spots.values()].filter(({ kind }) => kind === 'state').map(({ name }) => name)
}

/** The region that a text names first. */
export function findRegion(text: string): string | undefined {
  return [...scan(text).spots.values()].find(({ kind }) => kind === 'region')?.name
}
