import type { Message } from '../../../src/core/message.ts'
import { plain } from '../render/message.ts'

export interface MailboxMessage {
  readonly to: string
  readonly message: Message
}

export interface Mailbox {
  /** Keeps what comes until `flush`, so that it stands below the answer that led to it. */
  hold(): void
  /**
   * Takes a delivery. For a script it resolves when the stream has taken the line. For a person it resolves at
   * once while others are held, since they are only told together when all of them are there.
   */
  put(post: MailboxMessage): Promise<void>
  flush(): Promise<void>
}

interface MailboxDependencies {
  /** Whether what is alike is told once, to a person; else each delivery is told by itself. */
  readonly together: boolean
  readonly speaker: () => string
  /** Says one delivery in full. */
  readonly say: (post: MailboxMessage) => Promise<void>
  readonly print: (text: string) => Promise<void>
}

export function createMailbox({ together, speaker, say, print }: MailboxDependencies): Mailbox {
  let held: { readonly post: MailboxMessage; readonly release: () => void }[] | undefined

  async function show(posts: readonly MailboxMessage[]): Promise<void> {
    for (const told of tell(posts, speaker())) {
      await (told.kind === 'own' ? say(told.post) : print(told.text))
    }
  }

  return {
    hold() {
      held ??= []
    },
    async put(post) {
      const waiting = held
      if (!waiting) return together ? show([post]) : say(post)
      if (together) {
        waiting.push({ post, release: () => undefined })
        return
      }
      await new Promise<void>((release) => {
        waiting.push({ post, release })
      })
      await say(post)
    },
    async flush() {
      const waiting = held ?? []
      held = undefined
      for (const { release } of waiting) release()
      if (together) await show(waiting.map(({ post }) => post))
    },
  }
}

/** What one line tells: one's own delivery in full, or what others were told with the same words. */
export type MailboxEntry =
  | { readonly kind: 'own'; readonly post: MailboxMessage }
  | { readonly kind: 'others'; readonly text: string }

/** Deliveries as a person at the terminal reads them: one's own first to last, then the others' by what they say. */
function tell(posts: readonly MailboxMessage[], speaker: string): readonly MailboxEntry[] {
  const own = posts.filter(({ to }) => isSame(to, speaker))
  const groups: { readonly key: string; readonly to: string[]; readonly summary: string }[] = []
  for (const { to, message } of posts) {
    if (isSame(to, speaker)) continue
    // The same news in another zone is the same news.
    const key = plain(
      message.summary.map((span) => (span.kind === 'moment' ? { kind: 'text', text: span.at } : span)),
    )
    // Who is told the same twice is named twice.
    const known = groups.find((group) => group.key === key && !group.to.includes(to))
    if (known) known.to.push(to)
    else groups.push({ key, to: [to], summary: plain(message.summary) })
  }
  return [
    ...own.map((post): MailboxEntry => ({ kind: 'own', post })),
    ...groups.map(({ to, summary }): MailboxEntry => {
      const more = to.length > 1 ? ` and ${to.length - 1} more` : ''
      return { kind: 'others', text: `✉ to ${to[0]}${more}: ${summary}` }
    }),
  ]
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
