/** What the leader's address asks about: `?ind=`, `?ud=`: somebody about to come or go; `?vis=&til=`: something to show anyway, and to whom. */
export const askedIn = (asked: URLSearchParams) => ({
  comes: asked.get('ind') ?? '',
  goes: asked.get('ud') ?? '',
  shelf: asked.get('vis') ?? '',
  to: asked.get('til') ?? '',
})
export const roomAddress = (at: { caseId: number; meetingId: number }): string => `/familier/${at.caseId}/moeder/${at.meetingId}/tavle`
export const meetingAddress = (at: { caseId: number; meetingId: number }): string => `/familier/${at.caseId}/moeder/${at.meetingId}`
