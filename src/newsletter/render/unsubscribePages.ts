import { html } from './escapeHtml.ts'
import { page } from './page.ts'

/** Asks whether a reader wants to leave the list. The form asks its own address. */
export function unsubscribePage(): string {
  return page(
    'Leave the newsletter’s list?',
    html`<p>You will get no further issue by e-mail.</p>
<form method="post"><button type="submit">Leave the list</button></form>
`,
  )
}

export function unsubscribedPage(): string {
  return page(
    'You have left the list',
    html`<p>No further issue is sent to you. If that was a mistake, write to the secretariat.</p>\n`,
  )
}
