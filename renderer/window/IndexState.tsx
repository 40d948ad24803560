import { useEffect, useState } from 'react';
import type { IndexProgress } from '../../shared/ipc/searchShapes.ts';
import { useServices } from './services.ts';

/** How far the library is with reading articles for the search; nothing once all are read. */
export function IndexState() {
  const { connection } = useServices();
  const [progress, setProgress] = useState<IndexProgress | null>(null);
  useEffect(
    () => connection.on('index:progress', (now) => setProgress(now === null || now.of === 0 ? null : now)),
    [connection],
  );
  if (progress === null) return null;
  const [done, of] = [progress.done.toLocaleString('en'), progress.of.toLocaleString('en')];
  return <span className="status-index">{`Reading articles for the search: ${done} of ${of}`}</span>;
}
