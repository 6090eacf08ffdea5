import { feature } from '../define.ts'
import { draft } from './draft.ts'
import { exportIssue } from './export.ts'
import { newsletterHome } from './home.ts'
import { open } from './open.ts'
import { approve, correct, publish } from './publish.ts'
import { close, extend, reopen } from './states.ts'
import { status } from './status.ts'

/** The newsletter: opened for a period, filled by everybody, composed at once. */
export const newsletter = feature({
  name: 'newsletter',
  about: 'Open an issue, see what has come, read the draft, take it away',
  commands: [open, status, draft, exportIssue, close, reopen, extend, approve, publish, correct],
  home: newsletterHome,
})
