import { Monitor, Printer, Smartphone, Tablet } from 'lucide-react';
import type { Settings } from '../../shared/ipc/settings.ts';
import { sheetsWidth } from './printed.ts';

/** How wide the page is shown. */
export type PreviewWidth = Settings['previewWidth'];

/** The widths of the preview, with the page's width in CSS pixels. */
export const previewWidths = [
  { id: 'phone', label: 'Phone', pixels: 390, Icon: Smartphone },
  { id: 'tablet', label: 'Tablet', pixels: 820, Icon: Tablet },
  { id: 'desktop', label: 'Desktop', pixels: 1280, Icon: Monitor },
  { id: 'print', label: 'Print', pixels: sheetsWidth, Icon: Printer },
] as const satisfies readonly { readonly id: PreviewWidth; readonly [name: string]: unknown }[];

/** The page's width in CSS pixels. */
export const pixelsOf = (width: PreviewWidth): number =>
  previewWidths.find(({ id }) => id === width)?.pixels ?? 1280;

export interface WidthControlProps {
  readonly value: PreviewWidth;
  readonly onChange: (width: PreviewWidth) => void;
}

/** One of four widths, as radio buttons in a row: arrow keys move between them. */
export const WidthControl = ({ value, onChange }: WidthControlProps) => (
  <div className="preview-widths" role="radiogroup" aria-label="Preview width">
    {previewWidths.map(({ id, label, Icon }) => (
      <label key={id} className="preview-width" title={label}>
        <input
          type="radio"
          name="preview-width"
          className="ui-visually-hidden"
          aria-label={label}
          checked={id === value}
          onChange={() => onChange(id)}
        />
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span aria-hidden>{label}</span>
      </label>
    ))}
  </div>
);
