/** What opens a request and says nothing: `please`, `can you`, `I would like to`. */
const openings = wordsOfEach(
  'please, pls, plz, kindly, hey, hi, hello, bonjour, bonsoir, salut, hola, buenos días, buenas, ok, okay, so, and, well, now, can you, could you, would you, will you, can i, could i, may i, can we, could we, shall we, should we, can we please, i changed my mind, we changed our mind, i’ve changed my mind, i want to, i wanna, i need to, i would like to, i’d like to, we would like to, we’d like to, we want to, we need to, the chair wants to, the chair would like to, the chair asks to, can i have, could i have, may i have, can i get, send me, print, i need, i have to, i must, let me, see, show, show me, give me, lets, let’s, help me, help me to, quickly, just',
)

/** Two words that are also said as one, and one that is typed without its sign. */
const shortened: ReadonlyMap<string, string> = new Map([
  ...['what', 'who', 'when', 'where', 'how'].flatMap((word): [string, string][] => [
    [`${word} is`, `${word}'s`],
    [`${word}s`, `${word}'s`],
  ]),
  ['i am', "i'm"],
  ['im', "i'm"],
  ['i have', "i've"],
  ['ive', "i've"],
  ['we have', "we've"],
  ['weve', "we've"],
])

/** A line in words as they were typed, and folded, each at the same place. */
export interface Wording {
  readonly typed: readonly string[]
  readonly words: readonly string[]
}

/** `cant make it`, `dont remind me`: what a telephone leaves out. */
const withoutApostrophe: ReadonlyMap<string, string> = new Map(
  ["can't", "won't", "don't", "doesn't", "didn't", "isn't", "aren't", "hasn't", "haven't", "couldn't", "shouldn't"].map((word) => [word.replace("'", ''), word]), // biome-ignore format: a table
)

/** The same request without what opens it, and in the short or the long form of its first words. */
export function otherWordings(line: Wording): readonly Wording[] {
  const begun = withoutOpenings(line)
  const all = [line, ...begun]
  return [
    ...begun,
    ...all.flatMap((each) => [
      ...[...inShort(each), ...atLength(each), ...apostrophized(each)],
      ...[...negated(each), ...elided(each)],
    ]),
  ]
}

/** What hurried people write for a word. */
const hurried: ReadonlyMap<string, string> = new Map([
  ...([['mtg', 'meeting'], ['mtgs', 'meetings'], ['rmd', 'remind'], ['til', 'until'], ['tmrw', 'tomorrow'], ['tmr', 'tomorrow'], ['pls', 'please'], ['w/o', 'without'], ['w/', 'with'], ['u', 'you'], ['r', 'are']] as const), // biome-ignore format: a table
])

function apostrophized({ typed, words }: Wording): readonly Wording[] {
  const whole = words.map((word) => withoutApostrophe.get(word) ?? hurried.get(word) ?? word)
  return whole.some((word, at) => word !== words[at]) ? [{ typed, words: whole }] : []
}

/** `hasn't` as `has not`, and the other way round, each also without its apostrophe. */
function negated({ typed, words }: Wording): readonly Wording[] {
  return words.flatMap((word, at) => {
    const short = withoutApostrophe.get(word) ?? word
    if (!short.endsWith("n't") || short.length < 5) return inOneWord({ typed, words }, at)
    const verb = short === "can't" ? 'can' : short === "won't" ? 'will' : short.slice(0, -3)
    return [
      { typed: typed.toSpliced(at, 1, typed[at] ?? '', 'not'), words: words.toSpliced(at, 1, verb, 'not') },
    ]
  })
}

/** `d'ETCIP` as `de ETCIP` and `l'OIM` as `OIM`: in French a letter is left out before an acronym. */
function elided({ typed, words }: Wording): readonly Wording[] {
  const at = typed.findIndex((word) => /^[dl]['’]\p{Lu}{2}/u.test(word))
  if (at < 0) return []
  const article = typed[at]?.startsWith('d') ? ['de'] : []
  const split = (all: readonly string[]) => all.toSpliced(at, 1, ...article, all[at]?.slice(2) ?? '')
  return [{ typed: split(typed), words: split(words) }]
}

/** `has not` at a place as `hasn't`. */
function inOneWord({ typed, words }: Wording, at: number): readonly Wording[] {
  const [verb = '', not] = words.slice(at, at + 2)
  const short = `${verb}n't`
  if (not !== 'not' || ![...withoutApostrophe.values()].includes(short)) return []
  return [{ typed: typed.toSpliced(at, 2, short), words: words.toSpliced(at, 2, short) }]
}

/** `can you show me the newsletter` is both `show me the newsletter` and `the newsletter`. */
function withoutOpenings({ typed, words }: Wording): readonly Wording[] {
  const fitting = openings
    .filter((opening) => opening.every((word, at) => words[at]?.replace(/,$/, '') === word))
    .map(({ length }) => length)
  const most = Math.max(0, ...fitting)
  // Two words are the fewest that ask for something: `hi` and `please` stand alone.
  if (most === 0 || words.length - most < 2) return []
  const rest = { typed: typed.slice(most), words: words.slice(most) }
  return [rest, ...withoutOpenings(rest)]
}

function inShort({ typed, words }: Wording): readonly Wording[] {
  const [first = '', second = ''] = words
  const [one, two] = [shortened.get(first), shortened.get(`${first} ${second}`)]
  return [
    ...(one === undefined ? [] : [{ typed, words: [one, ...words.slice(1)] }]),
    ...(two === undefined ? [] : [{ typed: typed.slice(1), words: [two, ...words.slice(2)] }]),
  ]
}

function atLength({ typed, words }: Wording): readonly Wording[] {
  const [first = ''] = words
  return [...shortened].flatMap(([long, short]) => {
    const [one = '', two] = long.split(' ')
    if (two === undefined || (short !== first && shortened.get(first) !== short)) return []
    return [{ typed: [typed[0] ?? '', ...typed], words: [one, two, ...words.slice(1)] }]
  })
}

function wordsOfEach(list: string): readonly (readonly string[])[] {
  return list.split(', ').map((opening) => opening.replaceAll('’', "'").split(' '))
}
