import { feature } from './define.ts'
import { draft } from './newsletter/draft.ts'
import { exportIssue } from './newsletter/export.ts'
import { newsletterHome } from './newsletter/home.ts'
import { open } from './newsletter/open.ts'
import { status } from './newsletter/status.ts'

/** The newsletter: opened for a period, filled by everybody, composed at once. */
export const newsletter = feature({
  name: 'newsletter',
  about: 'Open an issue, see what has come, read the draft, take it away',
  commands: [open, status, draft, exportIssue],
  home: newsletterHome,
})
