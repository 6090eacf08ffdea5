import { counted } from '../core/text/counted.ts'

const words: Readonly<Record<string, readonly [one: string, many: string]>> = {
  member: ['member', 'members'],
  observer: ['observer', 'observers'],
  'member-state': ['Member State', 'Member States'],
  'regional-organization': ['regional organization', 'regional organizations'],
  organization: ['organization', 'organizations'],
}

/** An entity's kind and type in words, e.g. `member, UN entity`. */
export function kindWords(kind: string, type: string | null): string {
  const [one = kind] = words[kind] ?? []
  if (type === null) return one
  return `${one}, ${typeWord(type)}`
}

/** What an entity is in words: `UN entity`. */
export function typeWord(type: string): string {
  return type === 'un' ? 'UN entity' : 'non-UN entity'
}

/** `1 observer`, `2 Member States`. */
export function countedKind(count: number, kind: string): string {
  const [one = kind, many = kind] = words[kind] ?? []
  return counted(count, one, many)
}
