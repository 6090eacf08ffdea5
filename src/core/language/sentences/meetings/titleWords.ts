import { isMomentForm } from '../../../time/beginsWithDate.ts'
import { type NumberedLine, standInNumber } from './namedMeeting.ts'

/** What stands before the words of a title. */
const joints = new Set('to for of about on at from in with regarding re'.split(' '))
const articles = new Set(['the', 'our', 'my', 'that', 'this'])
/** What opens a request and is followed by a verb. */
const openings = new Set(
  "please pls can could would will you we i let lets let's just and ok hi hello".split(' '),
)

/** Words that are no part of a title. */
const noTitle = new Set(
  'it that this those these them they he she everyone everybody anyone anybody nobody somebody all each both any some none one ones me us you i we my our your the a an and or not no yes maybe who what when where which why how to for of on in at by with from about until till since because as if than then now today tomorrow tonight yesterday later earlier sooner soon again still yet already instead please thanks thank more less next last first second meeting meetings call session agenda item items point points minutes minute min mins hour hours half day days week weeks month months time answer answers reply newsletter issue bulletin draft directory list deadline group groups entity entities website office record records library project projects section report reports reminder reminders update updates poll polls vote votes action actions input inputs letter mail email phone floor chair members member people colleagues focal thing mtg'.split(
    ' ',
  ),
)

/** What may stand behind a title. */
const behind =
  /^(?:to|by|from|on|at|because|since|as|due|instead|an?|half|takes|lasts|online|virtual|remote|one|two|three|last|yet|please|pls|is|are|will|has|was|for|\p{Nd}.*)$/iu
/** `the rail agenda` is the agenda of what has “rail” in its title. */
const ofMeeting = /^(agenda|minutes|notes|outcome|invitation|link)[?!.,]?$/i

/** More words tell something. */
const mostWords = 24
const longestTitle = 3
/** The most places in which a title is looked for. */
const mostPlaces = 12

/**
 * A line in which a few words may be those of a meeting’s title, `who is coming to rail`, `add 10 min on cyber to the rail
 * agenda`, as if each of them in turn were its number.
 */
export function withTitleWordsNumbered(text: string): readonly NumberedLine[] {
  const words = text.replace(/[?!.]{1,3}$/, '').split(/\s+/)
  if (words.length > mostWords || words.length < 3) return []
  const small = words.map((word) => word.toLowerCase())
  const first = small.findIndex((word) => !openings.has(word.replace(/,$/, '')))
  const lines: NumberedLine[] = []
  for (let at = Math.max(first, 0); at < words.length && first >= 0; at += 1) {
    // `the rail review will be online`
    const mayBegin = at === first ? articles.has(small[at] ?? '') : at === first + 1
    if (!mayBegin && !joints.has(small[at - 1] ?? '')) continue
    const from = articles.has(small[at] ?? '') ? at + 1 : at
    for (let length = 1; length <= longestTitle && from + length <= words.length; length += 1) {
      const title = words.slice(from, from + length)
      if (!mayBeTitle(title)) break
      const next = words[from + length]
      const noun = ofMeeting.exec(next ?? '')?.[1]
      if (next !== undefined && noun === undefined && !behind.test(next)) continue
      if (beginsWithTime(title)) break
      const replaced = noun === undefined ? [standInNumber] : ['the', noun, 'of', standInNumber]
      const rest = words.slice(from + length + (noun === undefined ? 0 : 1))
      const name = title.join(' ').replace(/,$/, '')
      lines.push({ text: [...words.slice(0, at), ...replaced, ...rest].join(' '), name })
      if (lines.length === mostPlaces) return lines
    }
  }
  return lines
}

function mayBeTitle(words: readonly string[]): boolean {
  const bare = words.map((word, at) => (at === words.length - 1 ? word.replace(/,$/, '') : word))
  return (
    bare.every(
      (word) => /^\p{L}[\p{L}\p{M}\p{Nd}'’-]{1,29}$/u.test(word) && !noTitle.has(word.toLowerCase()),
    ) &&
    // An acronym is a group’s or an entity’s.
    !bare.some((word) => /^\p{Lu}[\p{Lu}\p{Nd}-]+$/u.test(word))
  )
}

/** Whether the first words, or all of them, say when: `Friday rail` is no title. */
function beginsWithTime(words: readonly string[]): boolean {
  return words.some((_, at) =>
    isMomentForm(
      words
        .slice(0, at + 1)
        .join(' ')
        .replace(/,$/, ''),
    ),
  )
}
