const words: Readonly<Record<string, string>> = {
  member: 'member of the Compact',
  observer: 'observer of the Compact',
  'member-state': 'Member State',
  organization: 'organization',
}

/** An entity's kind and type in words, e.g. `member of the Compact, UN entity`. */
export function kindWords(kind: string, type: string | null): string {
  const kindWord = words[kind] ?? kind
  if (type === null) return kindWord
  return `${kindWord}, ${type === 'un' ? 'UN entity' : 'non-UN entity'}`
}
