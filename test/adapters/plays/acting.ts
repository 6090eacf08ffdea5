import { expect } from 'vitest'

import type { Door, Who } from './door.ts'

export const patience = { timeout: 30_000, interval: 20 }

type Fields = Readonly<Record<string, string>>

/** What somebody does on a platform together with what they must see of it, after which all that it causes has come. */
export interface Acting {
  sees(who: Who, words: string): Promise<void>
  /** In how many messages of their direct conversation the words stand. */
  told(who: Who, words: string): number
  say(who: Who, command: string, fields: Fields, answer: string): Promise<void>
  press(who: Who, label: string, answer: string): Promise<void>
  fill(who: Who, label: string, texts: Fields, answer: string): Promise<void>
  /** Posts what they wrote in the room as an update, by the shortcut of the message, with these texts in its form. */
  take(who: Who, words: string, texts: Fields, answer: string): Promise<void>
  /** Opens a form now, to be sent later. */
  opened(who: Who, label: string): Promise<(texts: Fields, answer: string) => Promise<void>>
}

/** Acts on the door that is open by the time. */
export function actingAt(door: () => Door): Acting {
  const sees = (who: Who, words: string) =>
    expect.poll(() => door().seenBy(who).join('\n'), patience).toContain(words)

  async function once(done: Promise<void>, who: Who, answer: string): Promise<void> {
    await done
    await sees(who, answer)
    await door().settle()
  }

  return {
    sees,
    told: (who, words) =>
      door()
        .toldTo(who)
        .filter((one) => one.includes(words)).length,
    say: (who, command, fields, answer) => once(door().command(who, command, fields), who, answer),
    press: (who, label, answer) => once(door().press(who, label), who, answer),
    fill: (who, label, texts, answer) =>
      once(
        door()
          .open(who, label)
          .then((send) => send(texts)),
        who,
        answer,
      ),
    take: (who, words, texts, answer) =>
      once(
        door()
          .take(who, words)
          .then((send) => send(texts)),
        who,
        answer,
      ),
    async opened(who, label) {
      const send = await door().open(who, label)
      return (texts, answer) => once(send(texts), who, answer)
    },
  }
}
