// oxlint-disable jsx-a11y/prefer-tag-over-role -- an hr cannot be moved
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useReading } from '../ui/store.ts';
import { useServices } from './services.ts';
import './Splitter.css';

const smallest = 280;
const largest = 1400;
const sheetAtLeast = 440;

/** The edge between sheet and panel: drag it, or move it with the arrow keys; Home and End for the extremes. */
export function Splitter() {
  const { settings } = useServices();
  const stored = useReading(settings, (state) => state.panelWidth);
  const self = useRef<HTMLDivElement>(null);
  const dragged = useRef<number | null>(null);
  const [moving, setMoving] = useState<number | null>(null);
  const width = moving ?? stored;
  const [most, setMost] = useState(largest);

  useEffect(() => {
    const measure = () => {
      const library = document.querySelector<HTMLElement>('[data-zone="library"]')?.offsetWidth ?? 0;
      setMost(Math.max(smallest, Math.min(largest, window.innerWidth - library - sheetAtLeast)));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);

  const show = (pixels: number): number => {
    const next = Math.round(Math.min(most, Math.max(smallest, pixels)));
    self.current?.closest<HTMLElement>('.app')?.style.setProperty('--panel-width', `${String(next)}px`);
    setMoving(next);
    return next;
  };
  const keep = (pixels: number) => {
    // Seen at once; that it is not remembered harms nothing.
    settings.change({ panelWidth: pixels }).catch(() => undefined);
    setMoving(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 64 : 16;
    const present = Math.min(width, most);
    const to = {
      ArrowLeft: present + step,
      ArrowRight: present - step,
      Home: smallest,
      End: most,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    keep(show(to));
  };
  const onPointerMove = (event: PointerEvent) => {
    if (dragged.current !== null) dragged.current = show(window.innerWidth - event.clientX);
  };
  const onPointerUp = () => {
    if (dragged.current !== null) keep(dragged.current);
    dragged.current = null;
  };

  return (
    <div
      ref={self}
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the panel"
      aria-controls="panel"
      aria-valuenow={Math.min(width, most)}
      aria-valuemin={smallest}
      aria-valuemax={most}
      aria-valuetext={`${String(Math.min(width, most))} pixels`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        dragged.current = width;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
    />
  );
}
