import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import type { Notice } from '../../../src/core/feature/notice.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { Context } from '../../define.ts'
import { issueName } from '../issue/issue.ts'

interface Mended {
  readonly id: number
  readonly change: number
  readonly text: string
}

/**
 * Gathers what changes made through `context` tell anybody, until `send`: whoever would hear of several updates gets one
 * letter that lists them, and whoever hears of one hears of it as always.
 */
export function oneForEach(
  context: Context,
  issue: NewsletterIssue,
): { readonly context: Context; send(mended: readonly Mended[]): void } {
  const held: Notice[] = []
  return {
    context: { ...context, notify: (notices) => void held.push(...notices) },
    send(mended) {
      const told = Map.groupBy(held, ({ personId, kind }) => (kind === 'edited' ? personId : undefined))
      for (const [personId, notices] of told) {
        const ids = new Set(notices.map(({ subject }) => subject))
        const theirs = mended.filter(({ id }) => ids.has(`update:${id}`))
        context.notify(
          personId === undefined || theirs.length < 2 ? notices : [letter(issue, personId, theirs)],
        )
      }
    },
  }
}

function letter(issue: NewsletterIssue, personId: number, mended: readonly Mended[]): Notice {
  const key = mended.map(({ id, change }) => `${id}:${change}`).join(',')
  return {
    key: `mended:${issue.id}:${key}:${personId}`,
    ...{ personId, kind: 'edited', subject: `newsletter:${issue.id}` },
    message: message(
      rich`The secretariat mended dates, full stops or names of States in ${counted(mended.length, 'update')} of yours for ${issueName(issue)}. They say now:`,
      block.list(mended.map(({ id, text }) => rich`U${id}: ${shorten(text, 300)}`)),
      block.buttons(button('My updates', 'update mine')),
    ),
  }
}
