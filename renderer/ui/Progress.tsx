import { LoaderCircle } from 'lucide-react';
import { Progress as Primitive } from 'radix-ui';
import './Progress.css';

export interface ProgressProps {
  /** What is being done: "Writing story.html". */
  readonly label: string;
  readonly done: number;
  /** 0 while it is not known. */
  readonly of: number;
}

/** How far long work has come. */
export function Progress({ label, done, of }: ProgressProps) {
  const share = of === 0 ? 0 : Math.min(1, done / of);
  return (
    <div className="ui-progress">
      <span>{label}</span>
      <Primitive.Root
        className="ui-progress-track"
        aria-label={label}
        value={of === 0 ? null : done}
        max={Math.max(of, 1)}
      >
        <Primitive.Indicator className="ui-progress-bar" style={{ width: `${String(share * 100)}%` }} />
      </Primitive.Root>
    </div>
  );
}

/** Something is being waited for; the text beside it says what. */
export const Spinner = () => <LoaderCircle className="ui-spinner" size={16} aria-hidden />;
