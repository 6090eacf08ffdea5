/** A function of ours: its name, and the lines of its body that are neither empty nor comments. */
export interface OwnFunction {
  readonly name: string
  readonly lines: readonly string[]
}

/**
 * The functions of a file, each with those that stand inside it. The formatter closes a function at the indentation at
 * which it was opened.
 */
export function functionsIn(code: string): readonly OwnFunction[] {
  const found = code.matchAll(
    /^( *)(?:export )?(?:async )?(?:function\*? (\w+)|const (\w+) = (?:async )?(?=[^\n]*=> \{$)|(\w+)(?=\())[^\n]*(?:\n\1[ )}][^\n]*)*?\{\n((?:\1 [^\n]*\n|\n)*)^\1\}(?![:)])/gm,
  )
  return [...found].map(([, , declared, arrow, method, body = '']) => ({
    name: declared ?? arrow ?? method ?? '',
    lines: body
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }))
}
