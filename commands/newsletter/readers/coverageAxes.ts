/** What coverage is counted by. */
export const coverageAxes = ['entity', 'group', 'pillar', 'region', 'section'] as const
export type CoverageAxis = (typeof coverageAxes)[number]

/** `Pillar II`; groups without one stand together. */
export function pillarName(pillar: string | null | undefined): string {
  return pillar === null || pillar === undefined ? 'No pillar' : `Pillar ${pillar}`
}
