import {
  actionWords,
  type CommandSpec,
  commandWords,
  type FeatureSpec,
  usage,
} from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { gistButtons, guess } from '../../src/core/language/gist/asked.ts'
import { gistsOf } from '../../src/core/language/gist/gist.ts'
import { type Button, block, button, code, type Message, message, rich } from '../../src/core/message.ts'
import { fold } from '../../src/core/text/nearest.ts'
import { shorten } from '../../src/core/text/text.ts'
import { forExample, type HelpOptions } from './featureHelp.ts'

/** Words of a question that say nothing about its subject. */
const empty = new Set('how do i can to a an the my our we you one does is it in of on for and or with from at me us please this that somebody someone something new who whom whose what when where which why have has had got will would be are'.split(' ')) // biome-ignore format: a table

/** Words of people’s own, with those of the commands. */
const synonyms: Readonly<Record<string, string>> = {
  accept: 'rsvp', answer: 'rsvp', attend: 'rsvp', decline: 'rsvp', invitation: 'rsvp',
  account: 'link', connect: 'link', email: 'link',
  absent: 'away', holiday: 'away', leave: 'away', vacation: 'away',
  agency: 'entity', organisation: 'entity', organization: 'entity',
  alert: 'reminder', remind: 'reminder',
  arrange: 'schedule', book: 'schedule', organise: 'schedule', organize: 'schedule', plan: 'schedule',
  attendee: 'attendees', guest: 'attendees', invite: 'attendees',
  bulletin: 'newsletter', clock: 'timezone', drop: 'withdraw', group: 'wg', publication: 'library',
  change: 'edit', fix: 'edit', modify: 'edit',
  colleague: 'person', contact: 'person', member: 'person', people: 'person',
  create: 'add', enter: 'add', register: 'add',
  delete: 'retire', remove: 'retire',
  download: 'export', get: 'export', print: 'export',
  excel: 'import', spreadsheet: 'import', upload: 'import',
  item: 'update', news: 'update', send: 'post', share: 'post', submit: 'post', write: 'post',
  mute: 'stop', unsubscribe: 'stop', postpone: 'move', reschedule: 'move',
} // biome-ignore format: a table

/** An action that many features have says less about which one is meant. */
const everyday = ['add', 'edit', 'list', 'show', 'undo', 'export']

const shown = 3
/** What is less likely than so much of the likeliest is left out. */
const leastOfBest = 0.5

/** How much the words speak by which people ask for a command, beside its own. */
const weightOfGist = 3

/**
 * The answer to a question that names no command: how something is done says the commands that do it, with their usage;
 * any other asks which look or change is meant. Raises `UserError`.
 */
export async function answerAsked(
  features: readonly FeatureSpec[],
  question: string,
  {
    how,
    said,
    examples,
  }: {
    readonly how: boolean
    /** What the whole question means in words of people's own. */
    readonly said: readonly Button[]
    readonly examples: NonNullable<HelpOptions['examples']>
  },
): Promise<Message> {
  const probably = how ? said : [...said, ...gistButtons(features, question)]
  if (probably.length > 0) throw guess(probably, unknownQuestion(question))
  // What is asked about is no request to be told how.
  if (!how) throw unknownQuestion(question)
  return answerQuestion(features, question, examples)
}

/**
 * The commands that a question such as “how do I add a person” is likely about, with their usage. Raises `UserError`
 * where none is.
 */
async function answerQuestion(
  features: readonly FeatureSpec[],
  question: string,
  examples: NonNullable<HelpOptions['examples']>,
): Promise<Message> {
  const asked = wordsOf(question).filter((word) => !empty.has(word))
  const probably = Map.groupBy(gistsOf(features, question), ({ command }) => command)
  const likely = features
    .flatMap((feature) =>
      feature.commands.map((command) => {
        const gist = probably.get(command)?.[0]?.score ?? 0
        return { feature, command, score: likeness(feature, command, asked) + gist * weightOfGist }
      }),
    )
    .filter(({ score }) => score >= 3)
    .toSorted((one, other) => other.score - one.score)
    .filter(({ score }, _, [first]) => score >= (first?.score ?? 0) * leastOfBest)
    .slice(0, shown)
  const [best] = likely
  if (!best) throw unknownQuestion(question)
  const [example] = await examples(best.command.examples)
  return message(
    likely.length === 1 ? 'This does it:' : 'One of these does it, the first most likely:',
    block.list(likely.map(({ feature, command }) => rich`${code(usage(feature, command))} ${command.about}`)),
    forExample(example),
    block.buttons(
      ...likely.map(({ feature, command }) =>
        button(`/help ${commandWords(feature, command)}`, 'help', {
          feature: feature.name,
          action: actionWords(command),
        }),
      ),
    ),
  )
}

/** What is said of a sentence that asks for nothing that is known. */
export function unknownQuestion(question: string): UserError {
  return new UserError(
    `I know no command for “${shorten(question)}”. Ask for what you want to do, such as “how do I post an update”.`,
    { buttons: [button('/help', 'help')], unread: true },
  )
}

/** How much of what was asked a command names: most by its action, less by its feature, least by what it is about. */
function likeness(feature: FeatureSpec, command: CommandSpec, asked: readonly string[]): number {
  const action = actionWords(command).split(/[ -]/)
  const names = [feature.name, ...(feature.aliases ?? [])]
  const about = wordsOf(command.about)
  return asked.reduce((score, word) => {
    const meant = [word, synonyms[word] ?? synonyms[word.replace(/s$/, '')] ?? word]
    const says = (words: readonly string[]) => words.some((one) => meant.some((wanted) => alike(one, wanted)))
    return (
      score + (says(action) ? (says(everyday) ? 2.5 : 3) : 0) + (says(names) ? 2 : 0) + (says(about) ? 1 : 0)
    )
  }, 0)
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .replace(/\btime zone/g, 'timezone')
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== '')
}

/** `post` and `posting`, `person` and `persons`. */
function alike(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= 4 && long.startsWith(short) && long.length - short.length <= 3
}
