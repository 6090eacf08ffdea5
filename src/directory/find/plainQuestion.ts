/** What a question asks for, in the words that a record may hold. */
export interface PlainQuestion {
  readonly query: string
  /** The part of the world that the query ends with, in lower case, and the query without it. */
  readonly there?: { readonly region: string; readonly query: string }
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
  / (in|for|from|across|of|covering) (africa|asia|asia and the pacific|asia[- ]pacific|the pacific|europe|(?:the )?americas|(?:north|south|latin) america)$/i

/** What says where somebody is, also where nobody is asked for; names hold the others: “Commission for Africa”. */
const whereabouts = /^(?:in|across)$/i

/** An acronym with a full stop after each letter, `F.A.O.`; two letters are as often somebody's initials. */
const dotted = /(?<![\p{L}\p{N}.])(?:\p{L}\.){2,}\p{L}\b\.?/gu

/** Reads a question as it is asked of a colleague; any other query is as it was. */
export function plainQuestion(text: string): PlainQuestion {
  const typed = text.replaceAll(dotted, (acronym) => acronym.replaceAll('.', ''))
  const whole = typed.trim().replace(/[?!.]$/, '')
  const asking = askings.find((one) => one.test(whole))
  const about = asking === undefined ? whole : whole.replace(asking, '').trim()
  const query = about === '' || asking === undefined ? typed : about
  const [, preposition = '', place = ''] = region.exec(about) ?? []
  const before = about.slice(0, about.length - ` ${preposition} ${place}`.length).trim()
  if (place === '' || before === '') return { query }
  if (asking === undefined && !whereabouts.test(preposition)) return { query }
  return { query, there: { region: place.toLowerCase(), query: before } }
}
