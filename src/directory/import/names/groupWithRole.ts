import { roleNamed } from '../roleWords.ts'

/** A group, or an entity, as a cell names it, and the role that the cell says beside the name. */
export interface NamedWithRole {
  readonly name: string
  readonly role?: string
}

/**
 * Takes apart `WATER (chair)`, `WATER [observer]`, `WATER: member`, `WATER - vice-chair`, `chair of WATER` and
 * `WATER chair`. What stands there and is no role stays part of the name.
 */
export function withRole(cell: string): NamedWithRole {
  const text = cell.trim().replaceAll(/\s+/g, ' ')
  for (const form of forms) {
    const { name, role } = form.exec(text)?.groups ?? {}
    if (name !== undefined && role !== undefined && roleNamed(role) !== undefined) {
      return { name: name.trim(), role: role.trim() }
    }
  }
  return { name: text }
}

const forms: readonly RegExp[] = [
  /^(?<name>.+?) ?\((?:as )?(?<role>[^()]+)\)$/iu,
  /^(?<name>[^[\]]+?) ?\[(?<role>[^[\]]+)\]$/u,
  /^(?<name>.+?) ?[:=] ?(?<role>[^:=]+)$/u,
  /^(?<role>[^:=]+?) ?[:=] ?(?<name>.+)$/u,
  /^(?<name>.+?) ?[–—] ?(?<role>[^–—]+)$/u,
  /^(?<name>.+?) - (?<role>.+)$/u,
  // Not “Representative of the Secretary-General”, who is an entity.
  /^(?<role>(?:co-?|vice-?)?(?:chair(?:person)?|pr[ée]siden\p{L}+)|member|membre|observer|observateur) (?:of|de la|de|du|del) (?<name>.+)$/iu,
  // An acronym: “Members” and “O” may be words of a name.
  /^(?<name>[\p{Lu}\p{N}-]{2,14}) (?<role>[\p{L}-]{2,}(?: \p{L}+)?)$/u,
]
