import type { Role } from '../../core/feature/caller.ts'

/** What lists call the roles of a working group, in lower case, without accents, with hyphens for spaces. */
const words: Readonly<Record<Role, readonly string[]>> = {
  chair: ['chairperson', 'chairman', 'chairwoman', 'president', 'presidente', 'presidence', 'presidenta'],
  'co-chair': [
    'cochair',
    'co-chairperson',
    'co-president',
    'copresident',
    'co-presidente',
    'copresidente',
    'copresidence',
    'copresidenta',
  ],
  'vice-chair': [
    'vice',
    'vicechair',
    'vice-chairperson',
    'deputy-chair',
    'vice-president',
    'vicepresident',
    'vice-presidente',
    'vicepresidente',
    'vice-presidence',
    'vicepresidenta',
  ],
  member: [
    'm',
    'focal-point',
    'representative',
    'participant',
    'membre',
    'point-focal',
    'representant',
    'representante',
    'participante',
    'miembro',
    'punto-focal',
  ],
  observer: ['o', 'observateur', 'observatrice', 'observador', 'observadora'],
}

const roles: ReadonlyMap<string, Role> = new Map(
  (['chair', 'co-chair', 'vice-chair', 'member', 'observer'] as const).flatMap((role) =>
    [role, ...words[role]].map((word) => [word, role] as const),
  ),
)

/** Who takes part in a group in somebody's place: lists have them among its members. */
const alternates: ReadonlySet<string> = new Set([
  'alternate',
  'alternate-focal-point',
  'alternate-member',
  'deputy-focal-point',
  'suppleant',
  'suppleante',
  'point-focal-suppleant',
  'suplente',
  'punto-focal-suplente',
])

/** Whether a cell names an alternate. */
export function isAlternate(cell: string): boolean {
  return alternates.has(plainWord(cell))
}

/** The role that a cell names; undefined where it names none. An alternate is a member. */
export function roleNamed(cell: string): Role | undefined {
  return isAlternate(cell) ? 'member' : roles.get(plainWord(cell))
}

function plainWord(cell: string): string {
  return (
    cell
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .trim()
      .toLowerCase()
      // “Président(e)” and “Observateur·rice”.
      .replaceAll(/\(e\)|·\p{L}*/gu, '')
      .replaceAll(/[ _]+/g, '-')
  )
}
