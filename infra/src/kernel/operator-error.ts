/** A sentence for the operator, who can mend it. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
