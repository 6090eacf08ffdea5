import { isCapital, isLetters, type Word } from '../../words/words.ts'

/** Past tenses of English that do not end in -ed, of verbs that the lexicon need not know. */
const irregular = new Set(
  'built rebuilt won gave sent made got found grew drew shut bought sold fought caught sought dug cut put set let hit drove flew wrote paid kept lent met saw did'.split(
    ' ',
  ),
)

/** Participles after the names of things: `the UN-mandated body`, `UNODC based in Vienna`. */
const describing = new Set(
  'related based united mandated dedicated advanced led funded needed entitled titled'.split(' '),
)

/** `has inspected`, `a inspecté`, `ha inspeccionado`. */
const auxiliaries = new Set('has have had a ont ha han'.split(' '))

/** The most words of who opens an item. */
const longestSubject = 10

/** Whether whoever opens an item did something, by the form of the word after them, whatever it says. */
export function didSomething(body: readonly Word[]): boolean {
  let at = 0
  while (at < Math.min(longestSubject, body.length) && isOfSubject(body, at)) at++
  if (at === 0 || body[at]?.joined === true) return false
  const next = body[at]
  const helped = auxiliaries.has(next?.key ?? '')
  const word = helped ? body[at + 1] : next
  // `UN-led` is no deed, and neither is `well-trained`.
  if (!word || !isLetters(word) || (body[at + 1]?.key === '-' && body[at + 1]?.joined)) return false
  return isPast(word, helped)
}

function isOfSubject(body: readonly Word[], at: number): boolean {
  const word = body[at]
  if (!word) return false
  return (
    isCapital(word) ||
    [',', '&', '-', "'"].includes(word.key) ||
    (at > 0 && joints.has(word.key)) ||
    articles.has(word.key)
  )
}

const joints = new Set('and et y e и of de du des del la the for'.split(' '))
const articles = new Set('the l le la les el los las'.split(' '))

function isPast(word: Word, helped: boolean): boolean {
  const text = word.text.toLowerCase().normalize('NFC')
  if (describing.has(text)) return false
  if (/^[a-z]{2,}ed$/.test(text) || irregular.has(text)) return true
  if (/^\p{Script=Cyrillic}{3,}(?:л|ла|ло|ли|лся|лась|лось|лись)$/u.test(text)) return true
  if (/^[a-zà-ÿñ]{2,}(?:ó|aron|ieron)$/.test(text)) return true
  return helped && /^[a-zà-ÿñ]{2,}(?:é|ée|és|ées|ado|ido)$/.test(text)
}
