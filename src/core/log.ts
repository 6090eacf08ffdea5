/** What is said of a fault; it holds no text that a member wrote, and no secret. */
export interface Log {
  info(about: object, text: string): void
  warn(about: object, text: string): void
  error(about: object, text: string): void
}
