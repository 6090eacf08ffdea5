import type { Role } from '../../core/feature/caller.ts'
import { plain } from './heading.ts'

/** What lists of groups call the columns that say which entities hold a role, without accents and in lower case. */
const names: Readonly<Record<Role, readonly string[]>> = {
  chair: [
    'chair',
    'chairs',
    'chaired by',
    'chairing entity',
    'chair entity',
    'chairperson',
    'presidence',
    'president',
    'presidente',
    'preside par',
    'entite presidente',
    'presidencia',
  ],
  'co-chair': [
    'co chair',
    'co chairs',
    'cochair',
    'cochairs',
    'co presidence',
    'copresidence',
    'copresidencia',
  ],
  'vice-chair': [
    'vice chair',
    'vice chairs',
    'deputy chair',
    'vice presidence',
    'vice president',
    'vice presidente',
    'vicepresidencia',
  ],
  member: ['members', 'member', 'member entities', 'membres', 'entites membres', 'miembros'],
  observer: ['observers', 'observer', 'observateurs', 'observadores'],
}

const roles: ReadonlyMap<string, Role> = new Map(
  (['chair', 'co-chair', 'vice-chair', 'member', 'observer'] as const).flatMap((role) =>
    names[role].map((name) => [name, role] as const),
  ),
)

/** The role whose holders a column of a list of groups names; undefined for any other column. */
export function roleColumn(column: string): Role | undefined {
  return roles.get(plain(column).replaceAll(/[-–]/g, ' ').replaceAll(/ +/g, ' '))
}
