/** Whether only this machine can reach a host of that name. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[?::1\]?)$/i.test(host)
}
