import { safeText } from '../article/saveText.ts';
import { useDraftReading } from '../article/useDraft.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useReading } from '../ui/store.ts';
import { useServices } from '../window/services.ts';
import { keyOf, otherTitle, type Other } from './otherStore.ts';

function useWhere(other: Other): string {
  const kept = useDraftReading(
    (state) =>
      state.kind === 'open' && state.saveState.kind === 'failed' && state.saveState.code === 'conflict',
  );
  const unjournalled = useDraftReading((state) => (state.kind === 'open' ? state.unjournalled : null));
  if (other.kind === 'gone')
    return 'Another program moved or deleted it. Its text is still here, on this sheet.';
  if (other.kind === 'beside') return `It is in “${other.file}”. Both are kept until you decide.`;
  const mine = kept ? 'yours is kept beside it' : 'it was left as it is';
  const safe = kept ? '' : ` ${safeText(unjournalled)}`;
  const why = other.problem === null ? '' : ` ${other.problem.message}.`;
  return `The other version is in its file, ${mine}. Go on writing: both are kept until you decide.${safe}${why}`;
}

function OtherNotice({ other }: { readonly other: Other }) {
  const services = useServices();
  const { draft, reports, view } = services;
  const where = useWhere(other);
  const saveAgain = async () => {
    const failure = await draft.contest();
    if (failure === null) services.other.set({ ...services.other.get(), other: null });
    else reports.add({ tone: 'error', title: 'The article was not saved', text: failure.message });
  };
  const later = () => {
    const { later: before } = services.other.get();
    services.other.set({ other: null, later: [...before, keyOf(other)] });
  };
  return (
    <Notice
      tone="warning"
      title={otherTitle(other)}
      {...(other.kind === 'changed' ? {} : { onDismiss: later })}
      actions={
        other.kind === 'gone' ? (
          <Button small onClick={() => void saveAgain()}>
            Save It Again
          </Button>
        ) : (
          <Button small onClick={() => view.change({ conflict: true })}>
            Compare…
          </Button>
        )
      }
    >
      {where}
    </Notice>
  );
}

/** Says above the sheet that the disk has another version of its article; it never takes the focus. */
export function ConflictNotice() {
  const services = useServices();
  const other = useReading(services.other, (state) => state.other);
  return other === null ? null : <OtherNotice other={other} />;
}
