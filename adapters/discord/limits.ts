/** Discord’s limits, in UTF-16 units unless stated; the rules D20 and D22 name their sources. */
export const limits = {
  content: 2000,
  embeds: 10,
  description: 4096,
  /** Of all embeds of a message together. */
  embedText: 6000,
  /** Facts of one embed, and the name and the value of each. */
  facts: 25,
  factName: 256,
  factValue: 1024,
  imageUrl: 2048,
  /** Rows of buttons on a message. */
  rows: 5,
  rowButtons: 5,
  buttonLabel: 80,
  customId: 100,
  /** Of a link. */
  url: 512,
  /** Of what a masked link shows; a longer one is told beside its address. */
  linkLabel: 200,
  /** Of what a later page says that it is about. */
  opening: 150,
  /** Options of one level of a command, choices of one option, and entries of one list. */
  choices: 25,
  /** The name and the value of a choice. */
  choice: 100,
  /** The text of an option of a command. */
  optionText: 6000,
  /** An input of a modal. */
  input: 4000,
  inputLabel: 45,
  /** What stands below the label of an input, and what a command or an option is about. */
  about: 100,
  /** The name of a command or an option. */
  commandName: 32,
  /** A command with all that is below it: names, descriptions and the values of choices. */
  command: 8000,
  /** The name and the place of a scheduled event. */
  eventName: 100,
  eventLocation: 100,
} as const

/** Bounds that the bot sets itself, in milliseconds. */
export const times = {
  /** How long a try of unknown fate is remembered. */
  delivery: 7 * 86_400_000,
  /** How long a call that Discord refused with 403 is not made again. */
  rest: 3_600_000,
} as const

/** How long something is waited for, in milliseconds that run evenly. */
export interface Timings {
  /** An answer that is ready by then travels as the first response; Discord waits three seconds. */
  readonly answerMs: number
  /** A call to Discord: what does not answer by then may have done it or not. */
  readonly callMs: number
  /** People whose direct messages are closed are collected before one message in their room pings them all. */
  readonly gatherMs: number
  /** How long a start waits for Discord before it goes on without it. */
  readonly startMs: number
  /** What is in hand when the bot is asked to stop. */
  readonly stopMs: number
}

export const timings: Timings = {
  answerMs: 2_300,
  callMs: 8_000,
  gatherMs: 30_000,
  startMs: 5_000,
  stopMs: 12_000,
}
