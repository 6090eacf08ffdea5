/** The log. No line holds a text that a member wrote, or a secret. */
export interface Log {
  info(about: object, text: string): void
  warn(about: object, text: string): void
  error(about: object, text: string): void
}
