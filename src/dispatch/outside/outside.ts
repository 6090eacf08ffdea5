import type { Mentions, NoMentions } from '../../core/feature/mention.ts'
import type { InputFile } from '../../core/inputFile.ts'

/** A command needs what only a far side can tell, and that was not asked yet: it runs again once it was. */
export class OutsideWanted extends Error {
  override readonly name = 'OutsideWanted'
}

/**
 * What a command asks of far sides, such as a file on a server of the chat. A far side may say nothing for long, and a
 * command holds a connection to the store and its turn: so it is broken off there and nothing it did stands. The
 * far side is then asked with neither held, and the command runs again with the answers.
 */
export interface Outside {
  /** The file, which raises `OutsideWanted` where it was not fetched yet. */
  file(file: InputFile): InputFile
  /** The names of groups in a chat, which raise it likewise where they look there. */
  mentions(given: Mentions | NoMentions | undefined): Mentions | NoMentions | undefined
  /** Asks for all that is wanted, each once. Never raises: the command hears what each raised. */
  ask(): Promise<undefined>
  /** From now on far sides are asked while the command runs, and nothing raises `OutsideWanted`. */
  askAtOnce(): void
}

export function createOutside(): Outside {
  const answers = new Map<unknown, Promise<unknown>>()
  const wanted = new Map<unknown, () => Promise<unknown>>()
  let atOnce = false

  async function answerTo<T>(key: unknown, ask: () => Promise<T>): Promise<T> {
    const answer = answers.get(key)
    if (answer) return (await answer) as T
    if (atOnce) return ask()
    wanted.set(key, ask)
    throw new OutsideWanted('this is to be asked for before the command can run')
  }

  return {
    file: (file) => ({ ...file, read: (limit) => answerTo(file, () => file.read(limit)) }),
    mentions(given) {
      if (given === undefined || 'none' in given) return given
      return {
        ...given,
        current: (of, known) => answerTo(keyOf('current', of, known), () => given.current(of, known)),
        nameOf: (tenant, account) =>
          answerTo(keyOf('name', tenant, account), () => given.nameOf(tenant, account)),
      }
    },
    async ask() {
      const asked = [...wanted].map(([key, ask]) => [key, ask()] as const)
      wanted.clear()
      for (const [key, answer] of asked) answers.set(key, answer)
      await Promise.allSettled(asked.map(([, answer]) => answer))
      return undefined
    },
    askAtOnce() {
      atOnce = true
    },
  }
}

function keyOf(...parts: readonly unknown[]): string {
  return JSON.stringify(parts)
}
