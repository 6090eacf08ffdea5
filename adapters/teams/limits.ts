/** Teams’ limits, in UTF-16 units, or in bytes as `sizeOf` counts them; the rules T14 to T20 name their sources. */
export const limits = {
  /** Bytes of one card; Teams takes more, but not on every client and way. */
  card: 25_000,
  /** Bytes of one element, so that it has room, once more as plain text too, beside the frame of a card. */
  element: 5500,
  /** Bytes of a row of buttons, of which the plain text has the labels alone. */
  buttons: 8000,
  /** Bytes of a list to choose from: as many choices as it takes, each as long as it may be. */
  list: 14_000,
  /** Bytes of such a list and of its text beside it, so that both stay on one card with its frame. */
  listAndText: 22_000,
  /** Bytes of the part of a card that names its viewers. */
  refresh: 13_000,
  viewers: 60,
  /** Units of a message that is not a card. */
  plainText: 4000,
  /** What a notification tells. */
  summary: 300,
  /** Of the line above what goes on. */
  opening: 150,
  actions: 6,
  actionTitle: 60,
  /** What a button carries. */
  actionValue: 1000,
  /** Entries of one list of a card, and what one of them carries. */
  choices: 25,
  choiceValue: 150,
  /** Teams takes more, but a phone shows them over one another. */
  tableColumns: 4,
  url: 2000,
} as const

/** Bytes of a value as JSON, in UTF-8 or in UTF-16, whichever is more; the sum of parts is never too small. */
export function sizeOf(value: unknown): number {
  const json = JSON.stringify(value)
  const threeBytes = json.match(/[\u0800-\ud7ff\ue000-\uffff]/g)?.length ?? 0
  return 2 * json.length + threeBytes
}

/** How long something is waited for, in milliseconds that run evenly. */
export interface Timings {
  /** An answer that is ready by then travels in the reply to the request. */
  readonly answerMs: number
  /** A call to Teams. */
  readonly callMs: number
  /** An activity that could not be recorded is waited for no longer than this; Teams brings it again within half a minute. */
  readonly giveUpMs: number
  /** What is in hand when the bot is asked to stop. */
  readonly stopMs: number
}

export const timings: Timings = { answerMs: 2_400, callMs: 15_000, giveUpMs: 20_000, stopMs: 12_000 }
