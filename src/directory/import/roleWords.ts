import type { Role } from '../../core/feature/caller.ts'

/** What lists call the roles of a working group, in lower case with hyphens for spaces. */
const words: ReadonlyMap<string, Role> = new Map([
  ...(['chair', 'co-chair', 'vice-chair', 'member', 'observer'] as const).map(
    (role) => [role, role] as const,
  ),
  ['chairperson', 'chair'],
  ['chairman', 'chair'],
  ['chairwoman', 'chair'],
  ['cochair', 'co-chair'],
  ['vice', 'vice-chair'],
  ['deputy-chair', 'vice-chair'],
  ['focal-point', 'member'],
  ['representative', 'member'],
  ['participant', 'member'],
  ['membre', 'member'],
  ['observateur', 'observer'],
])

/** The role that a cell names; undefined where it names none. */
export function roleNamed(cell: string): Role | undefined {
  return words.get(cell.trim().toLowerCase().replaceAll(/[ _]+/g, '-'))
}
