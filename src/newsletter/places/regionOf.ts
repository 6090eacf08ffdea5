import { scan } from './place.ts'
import { africa } from './states/africa.ts'
import { americas } from './states/americas.ts'
import { asiaPacific } from './states/asiaPacific.ts'
import { europe } from './states/europe.ts'

export const worldRegions = ['Africa', 'Americas', 'Asia and the Pacific', 'Europe'] as const
export type WorldRegion = (typeof worldRegions)[number]

const regionOfState: ReadonlyMap<string, WorldRegion> = new Map(
  [
    ['Africa', africa] as const,
    ['Americas', americas] as const,
    ['Asia and the Pacific', asiaPacific] as const,
    ['Europe', europe] as const,
  ].flatMap(([region, rows]) => rows.map(([code]) => [code, region] as const)),
)

/** The regions of the world that a printed place lies in, `Accra, Ghana; Nairobi`; empty where none is known. */
export function regionsOf(place: string): readonly WorldRegion[] {
  const spots = [...scan(place).spots.values()]
  const found = spots.flatMap(({ state }) => {
    const region = regionOfState.get(state ?? '')
    return region === undefined ? [] : [region]
  })
  return [...new Set(found)]
}
