import type { Lookup } from '../../../db/store/lookup.ts'

/** Finds names, and `the ETCIP`, `l’OIM`, `I.O.M.` and `(UNODC)` by their bare names if nothing is called so. */
export async function withoutArticle<T>(
  names: readonly string[],
  find: (names: readonly string[]) => Promise<readonly Lookup<T>[]>,
): Promise<readonly Lookup<T>[]> {
  const found = await find(names)
  const bare = names.map(bareName)
  if (!found.some(({ kind }, index) => kind === 'none' && bare[index] !== names[index])) return found
  const again = await find(bare)
  return found.map((lookup, index) => (lookup.kind === 'none' ? (again[index] ?? lookup) : lookup))
}

function bareName(name: string): string {
  return name
    .replace(/^[@#("'“„«‘]{1,4}(?=\S)/u, '')
    .replace(/["'”“»’]{1,4}$/u, '')
    .replace(/^([^()]+)\)$/u, '$1')
    .replace(/^the\s+(?=\S)/i, '')
    .replace(/^(?:l['’]|d['’]|l[ae] |les |el |los )(?=\p{Lu}{2})/u, '')
    .replace(/(?<=\S)\s+(?:working )?group$/i, '')
    .replace(/(?<![\p{L}\p{N}.])(?:\p{L}\.){1,9}\p{L}\b\.?/gu, (dotted) => dotted.replaceAll('.', ''))
    .replace(/^(?:\p{Lu} ){2,9}\p{Lu}$/u, (spaced) => spaced.replaceAll(' ', ''))
}

/** Finds `WHO (World Health Organization)` and `CTED: …`, as lists show them: an acronym beside its own name. */
export async function asShown<T extends { readonly id: number }>(
  names: readonly string[],
  found: readonly Lookup<T>[],
  find: (names: readonly string[]) => Promise<readonly Lookup<T>[]>,
): Promise<readonly Lookup<T>[]> {
  const pairs = names.map((name, index) =>
    found[index]?.kind === 'none' ? twoNames.exec(name)?.slice(1) : undefined,
  )
  const asked = [...new Set(pairs.flatMap((pair) => pair ?? []))]
  if (asked.length === 0) return found
  const again = await find(asked)
  return found.map((lookup, index) => {
    const [one, other] = (pairs[index] ?? []).map((name) => again[asked.indexOf(name)])
    const same = one?.kind === 'one' && other?.kind === 'one' && one.value.id === other.value.id
    return same ? one : lookup
  })
}

const twoNames = /^([^():]{2,120}?)(?: ?\(|: | [–—-] |, )([^():]{2,120})\)?$/u
