const verb =
  /^(?:\p{Ll}{2,}ed|held|met|gave|ran|began|took|made|brought|heard|led|put|set|sent|spoke|will|would|may|can|could|had|did|to)(?!\p{L})/u

interface Credited {
  /** `UNODC and CTED`. */
  readonly opening: string
  readonly text: string
}

/**
 * A text that opens with one of its entities, opened with all of them: `UNODC trained …` as `UNODC and CTED trained …`,
 * `UNODC training …` as `UNODC-CTED training …`. Undefined where it names all of them or opens otherwise.
 */
export function crediting(text: string, entities: readonly string[]): Credited | undefined {
  const named = (acronym: string) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}])${acronym.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
      'u',
    ).test(text)
  const missing = entities.filter((acronym) => !named(acronym))
  const opens = entities.find((acronym) => text.startsWith(`${acronym} `))
  if (missing.length === 0 || opens === undefined) return undefined
  const rest = text.slice(opens.length + 1)
  const all = [opens, ...missing]
  // `UNODC and IOM trained …` names more than one before its verb.
  if (/^(?:and|with|,)\s/.test(rest)) return undefined
  const opening = verb.test(rest) ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all.join('-')
  // `UNODC trains` and `UNODC courses` are not told apart, and names of several words are not joined by hyphens.
  if (!verb.test(rest) && (/^\p{Ll}+s(?!\p{L})/u.test(rest) || all.some((one) => one.includes(' '))))
    return undefined
  return { opening, text: `${opening} ${rest}` }
}
