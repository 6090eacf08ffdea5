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

/** The role that a cell names; undefined where it names none. */
export function roleNamed(cell: string): Role | undefined {
  const word = cell
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    // “Président(e)” and “Observateur·rice”.
    .replaceAll(/\(e\)|·\p{L}*/gu, '')
    .replaceAll(/[ _]+/g, '-')
  return roles.get(word)
}
