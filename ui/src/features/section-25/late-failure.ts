import { Failure } from '../../backend/failure';

/**
 * What went wrong in one case, as it is told beside the case that is shown by then: of another case
 * it says the number, and leaves out the fields, which would be taken for those of the case that is shown.
 */
export function toldBeside(failure: Failure | null, of: string, shown: string): Failure | null {
  if (failure === null || of === shown) return failure;
  return new Failure({ code: 'other-case', message: `${of}: ${failure.message}`, source: failure.source });
}
