import { feature } from '../define.ts'
import { draftReport, exportReport } from './annual/draft.ts'
import { reportDue } from './annual/due.ts'
import { reportStatus } from './annual/status.ts'
import { figures } from './figures.ts'
import { meetings } from './meetings.ts'
import { workItemDue } from './plan/due.ts'
import { plan } from './plan/plan.ts'
import { evidence, progress } from './progress.ts'
import { record, remove } from './record.ts'
import { showReport } from './show.ts'
import { submit } from './submit.ts'
import { undoReport } from './undo.ts'

/** What the Compact is in numbers, what its groups plan, and what they report. */
export const report = feature({
  name: 'report',
  about: 'Figures, work plans, progress reports and the annual report',
  commands: [
    figures,
    meetings,
    progress,
    evidence,
    record,
    remove,
    plan,
    submit,
    showReport,
    reportStatus,
    draftReport,
    exportReport,
    undoReport,
  ],
  rules: [reportDue, workItemDue],
})
