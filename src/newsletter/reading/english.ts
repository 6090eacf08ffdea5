const english: ReadonlySet<string> = new Set(
  'the of in on at to and for with from by a an its their is was were has have that this held on'.split(' '),
)
const others: ReadonlySet<string> = new Set(
  'le la les des du de et une un dans pour avec sur aux au ont est el los las del y una en para con por que der die das und von mit zur il degli della delle o os as da do das com'.split(
    ' ',
  ),
)

/** Small words with accents, verbs and months that a name in an English sentence hardly holds. */
const tellsOther =
  /(?<![\p{L}-])(?:\p{Ll}{0,30}[à-öø-ÿ]\p{Ll}{0,30}|hat|haben|wurden?|janvier|avril|juin|juillet|septembre|octobre|novembre|enero|febrero|marzo|abril|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?![\p{L}-])/gu

/**
 * Whether a text may be printed in an English letter. It counts as foreign where most of its letters are of another
 * script, or where the small words of another language outnumber the English ones; names alone are taken for English.
 */
export function isEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const latin = text.match(/\p{Script=Latin}/gu) ?? []
  if (letters.length > 0 && latin.length * 2 < letters.length) return false
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const ours = words.filter((word) => english.has(word)).length
  const theirs = words.filter((word) => others.has(word)).length
  // A short sentence has few small words: `l’ONUDC a formé 30 magistrats`, where even the “a” is none of ours.
  if (/(?<!\p{L})\p{Ll}{1,30}[à-öø-ÿ]/u.test(text) && /(?<!\p{L})[ld]['’]\p{L}/iu.test(text))
    return ours - words.filter((word) => word === 'a').length > theirs
  // `UNODC a formé 30 juges à Dakar`: two words that are none of ours, and none that is ours alone.
  const telling = text.match(tellsOther)?.length ?? 0
  const shared = words.filter((word) => word === 'a' || word === 'in').length
  if (telling > 0 && ours === shared && theirs + telling > 1) return false
  return theirs < 3 || theirs <= ours
}
