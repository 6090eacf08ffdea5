import { fold } from '../core/text/nearest.ts'

/** `Jo Doe (WHO)` and `Jo Doe, WHO` in their parts; undefined for a name with nothing of the kind behind it. */
export function partsOfName(typed: string): { readonly name: string; readonly behind: string } | undefined {
  const text = typed.trim()
  const [, inBrackets, bracketed] = /^([^()]{2,100})\(([^()]{2,30})\)$/u.exec(text) ?? []
  const comma = text.lastIndexOf(',')
  const [name, behind] =
    bracketed !== undefined
      ? [inBrackets ?? '', bracketed]
      : comma > 1
        ? [text.slice(0, comma), text.slice(comma + 1)]
        : []
  return name === undefined || behind === undefined || /[,()]/.test(name)
    ? undefined
    : { name: name.trim(), behind: behind.trim() }
}

/** The entity whose acronym it is. */
export function entityCalled<T extends { readonly acronym: string; readonly retired: unknown }>(
  behind: string,
  entities: readonly T[],
): T | undefined {
  return entities.find(({ acronym, retired }) => retired === null && fold(acronym) === fold(behind))
}
