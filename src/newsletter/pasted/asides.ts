export interface Aside {
  readonly kind: 'source' | 'credit' | 'signature'
  readonly text: string
}

const kinds: readonly (readonly [Aside['kind'], RegExp])[] = [
  ['credit', /^(?:photos?|images?|pictures?|crédits?|foto)(?: credits?| by| ©)? ?[:©(/]|^©|^credits? ?:/i],
  ['source', /^(?:sources?|via|retrieved from|fuente) ?:/i],
  [
    'signature',
    /^(?:(?:best|kind|warm|many) (?:regards|wishes|thanks)|regards|yours (?:sincerely|faithfully)|sincerely|cordialement|bien à vous|saludos(?: cordiales)?|sent from my |get outlook for |-- ?$|_{5,}$)/i,
  ],
]

function kindOf(line: string): Aside['kind'] | undefined {
  const start = line.trim().slice(0, 60)
  return kinds.find(([, sign]) => sign.test(start))?.[0]
}

/** Lines without the sources, photo credits and signatures among them, and those. A signature ends the text. */
export function setApart(lines: readonly string[]): {
  readonly lines: readonly string[]
  readonly asides: readonly Aside[]
} {
  const asides: Aside[] = []
  const kept: string[] = []
  let begun = false
  lines.forEach((line, at) => {
    const last = asides.at(-1)
    const kind = begun ? kindOf(line) : undefined
    if (last?.kind === 'signature') {
      if (line.trim() !== '') asides[asides.length - 1] = { ...last, text: `${last.text}\n${line.trim()}` }
    } else if (kind) asides.push({ kind, text: line.trim() })
    else {
      kept.push(at === lines.length - 1 ? endOf(line, asides) : line)
      begun ||= line.trim() !== ''
    }
  })
  return { lines: kept, asides }
}

/** `… (6-9 Mar). Source: https://un.org/x`: what stands behind the last sentence. */
function endOf(line: string, asides: Aside[]): string {
  for (
    let at = line.lastIndexOf('. '), tries = 0;
    at > 0 && tries < 3;
    at = line.lastIndexOf('. ', at - 1), tries++
  ) {
    const rest = line.slice(at + 2).trim()
    const kind = kindOf(rest)
    if (kind === undefined || kind === 'signature') continue
    asides.push({ kind, text: rest })
    return line.slice(0, at + 1)
  }
  return line
}
