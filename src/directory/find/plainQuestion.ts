/** What a question asks for, in the words that a record may hold. */
export interface PlainQuestion {
  readonly query: string
  /** The part of the world after “in”, as it was typed; the words of the query are without it then. */
  readonly region?: string
}

/** Beginnings that ask for people by what they do or where they are, and are in nobody's record. */
const askings = [
  /^who (?:here )?(?:speaks|stands) for /i,
  /^who (?:here )?(?:works|is working) (?:on|in|for|at) /i,
  /^who (?:here )?(?:deals|is dealing) with /i,
  /^who (?:here )?(?:covers|follows|handles|does) /i,
  /^who is (?:responsible|in charge|the contact|the expert) (?:for|of|on) /i,
  /^who is (?:in|at|from|with) /i,
  /^who knows about /i,
  /^(?:the )?(?:focal points?|contacts?|experts?|people|persons?|colleagues|anyone|anybody|somebody|someone) (?:for|of|on|in|at|from|working on|responsible for) /i,
]

const region =
  / (?:in|for|from|across|of|covering) (africa|asia|asia and the pacific|asia[- ]pacific|the pacific|europe|(?:the )?americas|(?:north|south|latin) america)$/i

/** Reads a question as it is asked of a colleague; any other query is as it was. */
export function plainQuestion(typed: string): PlainQuestion {
  const whole = typed.trim().replace(/[?!.]$/, '')
  const asking = askings.find((one) => one.test(whole))
  const about = asking === undefined ? whole : whole.replace(asking, '').trim()
  const found = region.exec(about)
  const before = about.slice(0, found?.index ?? 0).trim()
  if (found && before !== '') return { query: before, region: (found[1] ?? '').toLowerCase() }
  return { query: about === '' || asking === undefined ? typed : about }
}
