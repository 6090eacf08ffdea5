import type { Message } from '../../src/core/message.ts'
import { type Look, plain, renderText } from './render.ts'

interface Mailbox {
  /** Keeps what comes until `flush`, to print what is the same once. */
  hold(): void
  put(to: string, message: Message): Promise<void>
  flush(): Promise<void>
}

/** Deliveries as a person reads them: one's own in full, what others get in a line. */
export function createMailbox({
  look,
  print,
  speaker,
}: {
  readonly look: Look
  readonly print: (text: string) => Promise<void>
  readonly speaker: () => string
}): Mailbox {
  let held: { readonly to: string; readonly message: Message }[] | undefined

  async function show(posts: readonly { readonly to: string; readonly message: Message }[]): Promise<void> {
    const others = new Map<string, { readonly to: string[]; readonly summary: string }>()
    for (const { to, message } of posts) {
      if (to === speaker()) {
        await print(`✉ for you: ${renderText(message, { ...look, numbered: false })}`)
        continue
      }
      // The same news in another zone is the same news.
      const key = plain(
        message.summary.map((span) => (span.kind === 'moment' ? { kind: 'text', text: span.at } : span)),
      )
      const known = others.get(key)
      if (known) known.to.push(to)
      else others.set(key, { to: [to], summary: plain(message.summary) })
    }
    for (const { to, summary } of others.values()) {
      await print(`✉ to ${to[0]}${to.length > 1 ? ` and ${to.length - 1} more` : ''}: ${summary}`)
    }
  }

  return {
    hold() {
      held = []
    },
    async put(to, message) {
      if (held) held.push({ to, message })
      else await show([{ to, message }])
    },
    async flush() {
      const posts = held ?? []
      held = undefined
      await show(posts)
    },
  }
}
