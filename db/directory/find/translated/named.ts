import { distance, fold } from '../../../../src/core/text/nearest.ts'
import { lazily } from '../../../../src/core/time/lazily.ts'
import { otherAcronyms } from '../../../samples/acronyms.ts'
import { translatedNames } from './names.ts'

/** An entity as it is called in another language. */
export interface TranslatedEntity {
  /** In English, by which the directory may have it. */
  readonly acronym: string
  readonly name: string
  /** The share of the name's words that was typed. */
  readonly share: number
}

/** Words that are in every other name, or join words. */
const common: ReadonlySet<string> = new Set(
  'de des du la le les l d y et e el los las en pour para por a al aux au sur sobre nations unies naciones unidas onu по и в на для организации организация объединенных нации оон 联合国 الامم المتحده'.split(
    ' ',
  ),
)

/** Less of a name than this does not mean it. */
const least = 0.3

const most = 3

/** Every name with the words that tell it apart. */
const known = lazily(() =>
  Object.keys({ ...translatedNames, ...otherAcronyms }).map((acronym) => ({
    acronym,
    names: [...(translatedNames[acronym] ?? []), ...(otherAcronyms[acronym] ?? [])].map((name) => ({
      name,
      words: wordsOf(name),
    })),
  })),
)

/** The entities whose name in French, Spanish, Russian, Arabic or Chinese has all the words of the query, the likeliest first. */
export function namedInTranslation(query: string): readonly TranslatedEntity[] {
  const typed = wordsOf(query)
  if (typed.length === 0 || query.length > longest) return []
  const found = known().flatMap(({ acronym, names }) => {
    const [best] = names
      .map(({ name, words }) => ({ acronym, name, share: shareOf(typed, words) }))
      .sort((a, b) => b.share - a.share)
    return best !== undefined && best.share >= least ? [best] : []
  })
  const sure = found.filter(({ share }) => share === 1)
  return (sure.length > 0 ? sure : found.sort((a, b) => b.share - a.share)).slice(0, most)
}

/** The most characters of a name. */
const longest = 160

/**
 * Which share of a name's words was typed; none where a word was typed that the name does not have. One word alone is
 * mostly an acronym, of which another letter makes another organization (ONUDI is not ONUDC).
 */
function shareOf(typed: readonly string[], name: readonly string[]): number {
  const likeness = name.length === 1 ? likenessOfOne : likenessOfWords
  if (!typed.every((word) => name.some((other) => likeness(word, other) > 0))) return 0
  const shares = name.map((word) => Math.max(...typed.map((other) => likeness(other, word))))
  return shares.reduce((sum, share) => sum + share, 0) / name.length
}

/** A name in Chinese is one word, of which a part may be that of several. */
function likenessOfOne(typed: string, word: string): number {
  if (typed === word) return 1
  const isPart = word.includes(typed) || typed.includes(word)
  if (!/\p{Script=Han}/u.test(typed) || typed.length < 3 || !isPart) return 0
  return Math.min(typed.length, word.length) / Math.max(typed.length, word.length)
}

/** Whether a word is another but for an ending or a slip of the key. */
function likenessOfWords(typed: string, word: string): number {
  if (typed === word) return 1
  if (typed.length < 5) return 0
  if (word.length >= 5 && (word.startsWith(typed) || typed.startsWith(word))) return 1
  return Math.abs(typed.length - word.length) < 2 && distance(typed, word) === 1 ? 1 : 0
}

/** The words that tell names apart, folded; Arabic ones without the article and what is joined to it. */
function wordsOf(text: string): readonly string[] {
  const words = fold(text)
    .replaceAll('ة', 'ه')
    .replace(/^联合国(?=.)/u, '')
    .split(/[\s,;:()/.、’'«»"“”-]+/u)
    .filter((word) => word !== '' && !common.has(word))
  return words.map((word) => word.replace(/^(?:و?ال|لل|بال)(?=\p{L}{3})/u, ''))
}
