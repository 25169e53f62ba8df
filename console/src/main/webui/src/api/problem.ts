/** What a service refuses or fails at, as RFC 9457 writes it. */
export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  /** Of a 400: each field that is wrong. */
  violations?: Violation[]
  /** Of a 409: where the hazard stands, and the steps that may be taken now. */
  hazardStatus?: string
  nextActions?: string[]
}

export interface Violation {
  field: string
  message: string
}

/** A call that was answered, but not as was hoped. */
export class ProblemError extends Error {
  override name = 'ProblemError'

  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.title}`)
  }

  get status(): number {
    return this.problem.status
  }
}

/** Nothing came back: the network or the console's server is away. */
export class UnreachableError extends Error {
  override name = 'UnreachableError'
}

/** The session has ended; what was asked may be asked again after signing in. */
export class SignedOutError extends Error {
  override name = 'SignedOutError'
}

/** Of an answer that is no success. */
export async function problemOf(answer: Response): Promise<Problem> {
  const kind = answer.headers.get('Content-Type') ?? ''
  if (kind.includes('json')) {
    const said: unknown = await answer.json().catch(() => undefined)
    if (said !== null && typeof said === 'object' && 'title' in said) {
      return { type: 'about:blank', ...(said as { title: string }), status: answer.status }
    }
  }
  return { type: 'about:blank', title: answer.statusText || `HTTP ${answer.status}`, status: answer.status }
}
