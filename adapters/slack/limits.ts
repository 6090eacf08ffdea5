/** Slack’s limits, in blocks, elements and UTF-16 units; the rules S24 to S29 name their sources. */
export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  blockId: 255,
  actionId: 255,
  header: 150,
  /** Of a rich text block in all, and so of each element in it. */
  richText: 3000,
  /** Of one section. */
  facts: 10,
  buttons: 25,
  buttonLabel: 75,
  buttonValue: 2000,
  /** Entries of one list, and what one of them carries. */
  choices: 100,
  choiceValue: 150,
  imageUrl: 3000,
  imageAlt: 2000,
  /** The row of headings among them. */
  tableRows: 100,
  tableColumns: 20,
  /** Of all text in the blocks of one message: Slack refuses somewhere above 9,600. */
  messageText: 9000,
  /** The `text` beside the blocks stays below it. */
  fallback: 4000,
} as const

/** How long something is waited for, in milliseconds that run evenly. */
export interface Timings {
  /** An answer that is ready by then travels in the acknowledgement; Slack waits three seconds. */
  readonly answerMs: number
  /** An event that is not handled by then is not acknowledged, and Slack brings it again. */
  readonly eventMs: number
  /** A call to Slack while somebody waits. */
  readonly quickCallMs: number
  /** Any other call to Slack. */
  readonly callMs: number
  /** A message that could not be recorded is waited for no longer than this; Slack brings it again at once, and after a minute. */
  readonly giveUpMs: number
  /** What is in hand when the bot is asked to stop. */
  readonly stopMs: number
}

export const timings: Timings = {
  answerMs: 2_000,
  eventMs: 2_800,
  quickCallMs: 2_500,
  callMs: 10_000,
  giveUpMs: 20_000,
  stopMs: 12_000,
}
