/** `all but Wednesday`, `any day except 2`: what is left out of all the times. */
export function allBut(text: string): string | undefined {
  return /^(?:all|any|every|everything|anything|anytime)(?: (?:of (?:them|these|those)|day|days|date|time|times|one|slot|option))?,? (?:but|except(?: for)?|apart from|other than|without) (?:not )?(.+)$/i.exec(
    text.trim(),
  )?.[1]
}

const works =
  /(?:^| )(?:(?:would |will |can |could )?(?:works?|suits?)|(?:is|are|would be) (?:fine|ok|okay|good|best|better|preferred|possible|free))(?: (?:me|us))?(?: (?:best|better|well|too))?(?: for)?(?: (?:me|us))?$/i
const worksNot =
  /(?:^| )(?:(?:does|do|is|are|can|would)(?: not|n['’]?t)|cannot|isn['’]?t|aren['’]?t)(?: (?:work|suit|fine|ok|okay|good|possible|free))?(?: for)?(?: (?:me|us))?$/i
const opens =
  /^(?:(?:i|we) (?:(?:can|could|vote) (?:only )?(?:do|make|for)?|(?:would )?prefer)|(?:only|just|either|yes to)) ?/i
const opensNot = /^(?:but )?(?:(?:i|we) (?:can['’]?t|cannot) (?:do|make)|not|no to) /i

/** Whether times are only said to suit best, so that nothing is said of the others. */
export function isPreference(text: string): boolean {
  return /(?:^| )(?:best|better|prefer|preferred)(?: |[.!]?$)/i.test(text)
}

/** One piece of a sentence: the times in it, and what is said of them. */
interface Piece {
  readonly times: string
  readonly vote: 'yes' | 'no' | undefined
  /** It stands before the times, and says nothing of those that were named before. */
  readonly leads?: true
}

/**
 * What a sentence says of the times of a poll as `slots:` has it: `2 and 3 work, 1 doesn't` as `2 yes, 3 yes, 1 no`. A
 * time that stands before another with nothing said of it shares what is said next. Other words are left as they are.
 */
export function votesInWords(text: string): string {
  const pieces = text
    .replace(/[.!?]{1,3}$/, '')
    .split(/[,;]|\bbut\b/i)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map(pieceOf)
  if (pieces.every(({ vote }) => vote === undefined)) return text
  return pieces.map(({ times, vote }, at) => withVote(times, vote ?? nextOf(pieces, at))).join(', ')
}

function pieceOf(text: string): Piece {
  if (opensNot.test(text)) return { times: text.replace(opensNot, ''), vote: 'no', leads: true }
  const typed = text.replace(/^and /i, '').replace(opens, '')
  if (worksNot.test(typed)) return { times: typed.replace(worksNot, ''), vote: 'no' }
  const times = typed.replace(works, '')
  return { times, vote: times === text ? undefined : 'yes' }
}

/** What is said behind the next time, unless it is said before it, as in `Tuesday, not Wednesday`. */
function nextOf(pieces: readonly Piece[], at: number): 'yes' | 'no' {
  const next = pieces.slice(at + 1).find(({ vote }) => vote !== undefined)
  return next?.leads ? 'yes' : (next?.vote ?? 'yes')
}

function withVote(times: string, vote: 'yes' | 'no'): string {
  return times
    .split(/ (?:and|or|&) /i)
    .map((time) => `${time.trim()} ${vote}`)
    .join(', ')
}
