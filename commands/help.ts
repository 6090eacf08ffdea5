import { exampleNames } from '../db/directory/find/exampleNames.ts'
import { endedEntryOf } from '../db/directory/identities.ts'
import { entriesOf, entryName, everyone, type FeatureSpec } from '../src/core/catalog.ts'
import { UserError } from '../src/core/errors.ts'
import { guess } from '../src/core/language/gist/asked.ts'
import { buttonsForSentence, mayBeSentence, saidButtons } from '../src/core/language/offers/sentenceBehind.ts'
import { type Block, block, button, code, type Message, message, rich } from '../src/core/message.ts'
import { option } from '../src/core/option.ts'
import { endedWords } from '../src/core/reach/endedWords.ts'
import { list } from '../src/core/text/list.ts'
import { fold, match, nearest } from '../src/core/text/nearest.ts'
import { shorten } from '../src/core/text/text.ts'
import { type Context, command, type Feature, feature } from './define.ts'
import { askedAbout } from './directory/card.ts'
import { whatIsNext } from './directory/upkeep/firstSteps.ts'
import { examplesHere, namedIn } from './help/examplesHere.ts'
import { type HelpOptions, helpOn } from './help/featureHelp.ts'
import { featureLine, type Wordiness, wordinessOn } from './help/lines.ts'
import { answerAsked, unknownQuestion } from './help/question.ts'
import { sayings } from './help/sayings.ts'
import { timeThere } from './help/timeThere.ts'
import { topicHelp } from './help/topics.ts'
import { sectionsHere } from './newsletter/plan/planHere.ts'

/** Builds /help, which answers on three levels, from the same data that the platforms are registered with. */
export function helpFeature(features: () => readonly Feature[]): Feature {
  const help = command({
    name: '',
    heading: 'Help',
    about: 'What can be said: all of it, a feature, a group of actions, or one action',
    options: {
      feature: option.text({ about: 'A feature, e.g. meeting, or a question', max: 200 }),
      action: option.text({ about: 'One of its actions or groups, e.g. schedule', max: 60 }),
    },
    access: everyone,
    examples: ['/help', '/help meeting', '/help meeting schedule'],
    async run(context, { feature: typed = '', action }) {
      const { db, caller, invocation } = context
      // Whoever is not linked is told what there is, and nothing of what is in it.
      const isLinked = caller.personId > 0
      const wordiness = wordinessOn(invocation.caller.platform)
      const [word = '', ...rest] = typed
        .replace(/^\//, '')
        .replace(/^(?:(?:with|about|the|my|our) ){1,2}(?=\S+$)/i, '')
        .split(/\s+/)
        .filter((one) => !/^(?:me|us|please|pls|plz)[.!?,]?$/i.test(one))
        // A question keeps its sign.
        .map((one, _, all) => (all.length < 3 ? one.replace(/[.!?,]{1,3}$/, '') : one))
      const welcome = async () => {
        const ended = isLinked ? undefined : await endedEntryOf(db, invocation.caller)
        if (ended) return message(endedWords(ended))
        return overview(features(), isLinked, await whatIsNext(db, caller), wordiness)
      }
      if (word === '') return welcome()
      if (word === 'time' && rest.length > 0) return timeThere(rest.join(' '), context)
      const sections = await sectionsHere(db)
      const examples = (of: readonly string[]) => inNamesHere(context, of)
      const topic = rest.length === 0 && action === undefined ? await topicHelp(word, sections) : undefined
      if (topic) return topic
      const more = [...rest, action ?? ''].join(' ').trim()
      const isFeature = features().some(({ name }) => name === word)
      // `/help how do I post` is told to anybody.
      const asksOf = !isFeature && !/^how$/i.test(word) && mayBeSentence(`${word} ${more}`)
      if (!isLinked && asksOf) return welcome()
      if (/^(?:how|where|what|can)$/i.test(word))
        // `what is etcip?`
        return (
          (isLinked ? await askedAbout(context, more) : undefined) ??
          answerAsked(features(), more, {
            how: !/^what$/i.test(word),
            said: isLinked ? saidButtons(features(), `${word} ${more}`) : [],
            examples,
          })
        )
      const manner = { wordiness, sections, examples }
      return (
        helpOnAction(features(), word, more, manner) ??
        helpOn(findByName(features(), word, more), more, manner)
      )
    },
  })
  return feature({
    name: 'help',
    about: 'What can be said here',
    commands: [help],
    sayings,
  })
}

/** Examples in names of the directory; whoever is not linked is told of nobody. */
async function inNamesHere(
  { db, caller, today }: Context,
  examples: readonly string[],
): Promise<readonly string[]> {
  const asked = namedIn(examples)
  if (asked.length === 0) return examples
  const names = await exampleNames(db, { asked, personId: caller.personId, on: today })
  const told =
    caller.personId > 0
      ? names
      : names.filter(({ name, handle }) => asked.includes(name) || asked.includes(handle))
  return examplesHere(examples, told, today)
}

/** Help on an action or a group that was named without its feature: `/help rsvp`; undefined where a feature is named. */
function helpOnAction(
  features: readonly FeatureSpec[],
  word: string,
  more: string,
  manner: HelpOptions,
): Promise<Message> | undefined {
  const names = features.map(({ name }) => name)
  if (match(word, names).length > 0 || names.some((name) => stem(name) === stem(word))) return undefined
  const named = features.filter((one) =>
    entriesOf(one).some((entry) => stem(entryName(entry)) === stem(word)),
  )
  const [only, ...others] = named
  const entry = only && entriesOf(only).find((one) => stem(entryName(one)) === stem(word))
  const action = `${entry ? entryName(entry) : word} ${more}`.trim()
  if (!only) return undefined
  if (others.length === 0) return helpOn(only, action, manner)
  throw new UserError(
    `“${shorten(word)}” may mean ${list(named.map(({ name }) => `/${name} ${word}`))}. Which one?`,
    {
      buttons: named.map(({ name }) => button(`/help ${name} ${word}`, 'help', { feature: name, action })),
    },
  )
}

/** `scheduling` and `schedules` as `schedule`, `timezones` as `timezone`. */
function stem(word: string): string {
  return fold(word)
    .replace(/(?<=.{3}[^s])s$/, '')
    .replace(/(?<=.{4})(?:ing|ion|ed|e)$/, '')
}

const questionForExample = '/help what is on next week'

/** Lists all features, for a person whose account is linked or not; `first` is what they should do first. */
function overview(
  features: readonly FeatureSpec[],
  linked: boolean,
  first: readonly Block[],
  wordiness: Wordiness,
): Message {
  return message(
    linked
      ? 'What I can do:'
      : 'I do not know you yet. Link your account with /profile link and your e-mail address; then I can do this:',
    ...first,
    block.list(features.map((one) => featureLine(one, wordiness))),
    block.text(
      rich`More on each with ${code('/help meeting')} or ${code('/help meeting schedule')}; ${code('/help dates')} and ${code('/help sections')} say what may be typed for them.`,
    ),
    linked
      ? block.text(rich`A question in your own words works too: ${code(questionForExample)}.`)
      : undefined,
    block.buttons(
      ...(linked ? [] : [button('Link my account', 'profile link')]),
      ...features
        .filter(({ name }) => name !== 'help')
        .map(({ name }) => button(`/help ${name}`, 'help', { feature: name })),
    ),
  )
}

/** The feature of this name. Raises `UserError`, which asks about a sentence that names none. */
function findByName(features: readonly FeatureSpec[], word: string, more: string): FeatureSpec {
  const names = features.map((one) => one.name)
  const plain = names.find((name) => stem(name) === stem(word))
  const found = plain === undefined ? match(word, names) : [plain]
  const one = features.find((candidate) => candidate.name === found[0])
  if (one && found.length === 1) return one
  const near = nearest(word, names)
  const unknown = new UserError(
    found.length > 1
      ? `“${word}” may mean ${list(found.map((name) => `/${name}`))}.`
      : `There is no command “/${word}”. ${near ? `Did you mean /${near}? ` : ''}There are: ${names.map((name) => `/${name}`).join(', ')}.`,
    {
      buttons: (found.length > 1 ? found : near ? [near] : []).map((name) =>
        button(`/help ${name}`, 'help', { feature: name }),
      ),
    },
  )
  const sentence = `${word} ${more}`
  if (found.length > 1 || near !== undefined || !mayBeSentence(sentence)) throw unknown
  throw guess(buttonsForSentence(features, sentence), unknownQuestion(sentence))
}
