let countries: ReadonlyMap<string, string> | undefined

/** Countries and territories by their folded English names. */
function countryNames(): ReadonlyMap<string, string> {
  if (countries) return countries
  const names = new Intl.DisplayNames('en', { type: 'region' })
  const map = new Map<string, string>()
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const a of letters) {
    for (const b of letters) {
      const name = names.of(a + b)
      if (
        name !== undefined &&
        name !== a + b &&
        !/^(United Nations|European Union|Eurozone|Pseudo|Unknown|Outlying)/.test(name)
      )
        map.set(name.toLowerCase(), name)
    }
  }
  for (const [name, same] of [
    ['usa', 'United States'],
    ['united states of america', 'United States'],
    ['turkey', 'Türkiye'],
    ['uk', 'United Kingdom'],
  ] as const)
    map.set(name, same)
  countries = map
  return map
}

/** Whether a text is the name of a country, in any case. */
export function isCountry(text: string): boolean {
  return countryNames().has(text.trim().toLowerCase())
}

/** The countries that a text names, as it writes them, in order. */
export function findCountries(text: string): readonly string[] {
  const found: string[] = []
  const words = text.match(/[\p{L}’'.]+/gu) ?? []
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(4, words.length - at); length > 0; length--) {
      const name = words
        .slice(at, at + length)
        .join(' ')
        .replace(/[’']s$/, '')
        .replace(/\.$/, '')
      if (!/^\p{Lu}/u.test(name) || !isCountry(name)) continue
      if (!found.includes(name)) found.push(name)
      at += length - 1
      break
    }
  }
  return found
}

const regions =
  /\b((?:North|South|East|West|Central|Eastern|Western|Northern|Southern|South-Eastern?|South-East|North-East|Middle)[ -](?:Asia|Africa|America|Europe|East)|Sahel|Maghreb|Caribbean|Balkans|Latin America|Horn of Africa|Lake Chad Basin|Asia-Pacific|Africa|Asia|Europe)\b/

/** The region of the world that a text names first; undefined when it names none. */
export function findRegion(text: string): string | undefined {
  return regions.exec(text)?.[1]
}

/** A blank parts the words of a name and stands in none of them: each name is then read in one way only. */
const capitalised = "[\\p{Lu}][\\p{L}’'.-]+(?: (?:(?:of|and|the|de|la|&) )?[\\p{Lu}][\\p{L}’'.-]+){0,3}"

/**
 * Where something was held, as the text says it: the words after its last comma, or after `in`, `visit to` and
 * the like; several joined by `; `. Null when it does not say, which is better than a guess.
 */
export function readPlace(text: string): string | null {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/ ?\([^()]*\)/g, '')
    .replace(/\.$/, '')
  const visits = /\bvisits? to ([^,;]+(?:,[^,;]+)*)$/.exec(plain)
  if (visits) {
    const places = (visits[1] ?? '')
      .split(/\s*(?:,|&|\band\b)\s*/)
      .filter((word) => new RegExp(`^${capitalised}$`, 'u').test(word))
    if (places.length > 0) return places.join('; ')
  }
  const ending = new RegExp(`,\\s*(${capitalised}(?:,\\s*(?:and )?${capitalised})?)$`, 'u').exec(plain)
  if (ending?.[1] && !/\b(CSOs?|WG|States|Compact)\b|\b\p{Lu}{3,}\b/u.test(ending[1])) {
    // `in Accra, Ghana` names the city before its country.
    const city = isCountry(ending[1])
      ? new RegExp(`\\bin (${capitalised})$`, 'u').exec(plain.slice(0, ending.index))?.[1]
      : undefined
    return city && !isCountry(city) ? `${city}, ${ending[1]}` : ending[1]
  }
  const named = new RegExp(`\\b(?:in|in the|at|to|for) (${capitalised})`, 'gu')
  const held = [...plain.matchAll(named)].map((found) => (found[1] ?? '').replace(/[.’']s?$/, ''))
  const countriesNamed = held.filter((place) => isCountry(place))
  if (countriesNamed.length > 0) return [...new Set(countriesNamed)].join('; ')
  const last = new RegExp(`\\b(?:in|held in) (${capitalised})$`, 'u').exec(plain)
  if (last?.[1] && !/^(Africa|Asia|Europe|America|Latin America)$|^\p{Lu}{2,}\b/u.test(last[1]))
    return last[1]
  return /\bfor (?:the )?/.test(plain)
    ? (findRegion(plain.slice(plain.search(/\bfor (?:the )?/))) ?? null)
    : null
}
