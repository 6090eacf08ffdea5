import type { Host } from '../../../src/core/adapter.ts'
import { block, message } from '../../../src/core/message.ts'

/** How to mend an app-level token that Slack refuses. */
export function refusedToken(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error)
  return `Slack refuses SLACK_APP_TOKEN (${why}): make an app-level token with the scope connections:write under “Basic Information” of your Slack app.`
}

/** Tells the secretariat, once a day, that nothing is heard of Slack until somebody mends the token. */
export function tellOfRefusal({ alert }: Pick<Host, 'alert'>, error: unknown): Promise<void> {
  const notice = message('I do not hear Slack any more.', block.text(refusedToken(error)))
  return alert('slack:refused', notice)
}
