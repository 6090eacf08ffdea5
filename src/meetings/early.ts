/** How long before its time a meeting may be opened, and somebody may say that they are there. */
export const earlyMs = 3_600_000
