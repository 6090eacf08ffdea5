/** Cyrillic as names are most often written in Latin letters; longer signs stand before shorter ones. */
const pairs: readonly (readonly [cyrillic: string, latin: string])[] = [
  ['щ', 'shch'],
  ['ш', 'sh'],
  ['ч', 'ch'],
  ['ж', 'zh'],
  ['х', 'kh'],
  ['ц', 'ts'],
  ['ю', 'yu'],
  ['я', 'ya'],
  ['ё', 'yo'],
  ['є', 'ye'],
  ['ї', 'yi'],
  ['ий', 'iy'],
  ['а', 'a'],
  ['б', 'b'],
  ['в', 'v'],
  ['г', 'g'],
  ['д', 'd'],
  ['е', 'e'],
  ['з', 'z'],
  ['и', 'i'],
  ['к', 'k'],
  ['л', 'l'],
  ['м', 'm'],
  ['н', 'n'],
  ['о', 'o'],
  ['п', 'p'],
  ['р', 'r'],
  ['с', 's'],
  ['т', 't'],
  ['у', 'u'],
  ['ф', 'f'],
  ['й', 'y'],
  ['ы', 'y'],
  ['э', 'e'],
  ['і', 'i'],
  ['ґ', 'g'],
  ['ь', ''],
  ['ъ', ''],
  // Of Latin letters alone.
  ['и', 'y'],
  ['х', 'h'],
  ['в', 'w'],
  ['дж', 'j'],
  ['к', 'c'],
  ['к', 'q'],
  ['кс', 'x'],
]

const toLatin = reader(pairs.map(([cyrillic, latin]) => [cyrillic, latin]))
const toCyrillic = reader(
  pairs.filter(([, latin]) => latin !== '').map(([cyrillic, latin]) => [latin, cyrillic]),
)

/** A name in Cyrillic as it is written in Latin letters, or the other way; undefined for any other script. */
export function otherScript(text: string): string | undefined {
  const lower = text.normalize('NFC').toLowerCase()
  if (/\p{Script=Cyrillic}/u.test(lower)) return toLatin(lower)
  if (!/^[\p{Script=Latin}\p{M}\s.'’-]+$/u.test(lower)) return undefined
  return toCyrillic(lower.replace(/sk[iy]y?\b/g, 'skiy'))
}

/** Writes signs as others, the longest that fits first and the first of equals. */
function reader(signs: readonly (readonly [from: string, to: string])[]): (text: string) => string {
  const known = new Map<string, string>()
  for (const [from, to] of signs) if (!known.has(from)) known.set(from, to)
  const longest = Math.max(...[...known.keys()].map(({ length }) => length))
  return (text) => {
    let written = ''
    for (let at = 0; at < text.length; ) {
      let length = Math.min(longest, text.length - at)
      while (length > 1 && !known.has(text.slice(at, at + length))) length -= 1
      const sign = text.slice(at, at + length)
      written += known.get(sign) ?? sign
      at += length
    }
    return written
  }
}
