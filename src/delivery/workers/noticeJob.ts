/** A job of the queue, which is done when all notices that it names have ended. */
interface JobHolder {
  readonly id: string
  /** How many of them have not. */
  left: number
}

/** One notice of a job: which one to deliver, and which workspace to try first. */
export interface NoticeJob {
  readonly holder: JobHolder
  readonly noticeId: number
  readonly workspace: string
  /** Urgent notices come before those sent to many. */
  readonly priority: number
}

/** A finished job, with the time of its next try where there is one. */
export interface FinishedJob {
  readonly job: NoticeJob
  readonly later?: Date
}
