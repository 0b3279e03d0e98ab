/** What ends the smoke test before its checks can tell anything, in a sentence for the operator. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
