/**
 * What a bot under test may take for an answer where time is not what the test is about, in milliseconds: a busy
 * machine is no reason for it to put the answer off.
 */
export const patientAnswerMs = 20_000

/** For a test of answers that are put off, in milliseconds: whatever takes longer is late. */
export const hurriedAnswerMs = 300
