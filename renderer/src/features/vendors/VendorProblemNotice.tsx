import type { ReactNode } from 'react';
import type { VendorProblem } from '../../state/vendor-hooks';
import { useText, type TextWriter } from '../../text/text';
import { Notice } from '../../ui/Notice';

/** A failure in one line. */
export function problemTitle(problem: VendorProblem, { text }: TextWriter): string {
  if (problem.kind === 'noAnswer') return text(`vendor.problem.noAnswer.${problem.reason}`);
  if (problem.kind === 'rightMissing')
    return text('vendor.problem.rightMissing', { right: text(`vendor.right.${problem.right}`) });
  if (problem.kind === 'refused') return text('vendor.problem.refused', { status: problem.status });
  return text(`vendor.problem.${problem.kind}`);
}

/** Says what stands in the way and what to do, and below it what the vendor's system itself said. */
export function VendorProblemNotice({ problem }: { readonly problem: VendorProblem }): ReactNode {
  const writer = useText();
  const said = 'said' in problem ? problem.said : '';
  return (
    <Notice tone="refusal" title={problemTitle(problem, writer)} isLive>
      {writer.text(`vendor.problem.${problem.kind}.help`)}
      {said === '' ? null : <p className="quiet">{writer.text('vendor.said', { said })}</p>}
    </Notice>
  );
}
