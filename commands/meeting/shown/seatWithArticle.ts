/** As what somebody is invited: `an observer`, `a member`, `a chair`. */
export function seatWithArticle(as: string): string {
  return as === 'observer' ? 'an observer' : `a ${as}`
}
