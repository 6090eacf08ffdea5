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
    'deputy-chairperson',
    'v-chair',
    'vice-president',
    'vicepresident',
    'vice-presidente',
    'vicepresidente',
    'vice-presidence',
    'vicepresidenta',
  ],
  member: [
    'm',
    'fp',
    'poc',
    'point-of-contact',
    'contact-point',
    'contact',
    'focal',
    'focal-person',
    'focal-pt',
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

/** The seats of an entity in a group, each held by a person. */
export type SeatWord = 'principal' | 'alternate' | 'observer'

/** What lists call who sits in a group for an entity; an observing entity’s people sit in its observer seat. */
const principals: ReadonlySet<string> = new Set([
  'principal',
  'principal-seat',
  'principal-focal-point',
  'primary',
  'primary-focal-point',
  'principal-fp',
  'primary-fp',
  'main-focal-point',
  'titulaire',
  'point-focal-principal',
  'point-focal-titulaire',
  'titular',
  'punto-focal-principal',
])

/** Who sits there in their place. */
const alternates: ReadonlySet<string> = new Set([
  'alternate',
  'alternate-seat',
  'alternate-focal-point',
  'alternate-fp',
  'alt',
  'alt-fp',
  'backup',
  'alternate-member',
  'deputy-focal-point',
  'suppleant',
  'suppleante',
  'point-focal-suppleant',
  'suplente',
  'punto-focal-suplente',
])

/** The seat that a cell names; undefined where it names none. */
export function seatNamed(cell: string): SeatWord | undefined {
  const word = plainWord(cell)
  if (principals.has(word)) return 'principal'
  if (alternates.has(word)) return 'alternate'
  return word === 'observer-seat' ? 'observer' : undefined
}

/** The role that a cell names; undefined where it names none. Whoever has a seat is a member. */
export function roleNamed(cell: string): Role | undefined {
  return seatNamed(cell) === undefined ? roles.get(plainWord(cell)) : 'member'
}

function plainWord(cell: string): string {
  return (
    cell
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .trim()
      .toLowerCase()
      // “Président(e)”, “Observateur·rice” and “Alt. F.P.”.
      .replaceAll(/\(e\)|·\p{L}*|\./gu, '')
      .replaceAll(/[ _]+/g, '-')
  )
}
