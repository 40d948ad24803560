import { strictEmitter } from './strict.ts';
import { openWindows } from './windows.ts';

/** Electron's nativeTheme; the one instance is `nativeTheme`. */
export class NativeTheme extends strictEmitter('nativeTheme') {
  shouldUseHighContrastColors = false;
  shouldUseInvertedColorScheme = false;
  shouldDifferentiateWithoutColor = false;
  inForcedColorsMode = false;
  prefersReducedTransparency = false;
  private source = 'system';

  get themeSource(): string {
    return this.source;
  }

  set themeSource(source: string) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Error processing argument "${source}".`);
    if (source === this.source) return;
    this.source = source;
    const features = [{ name: 'prefers-color-scheme', value: themeValue() }];
    for (const window of openWindows)
      window.webContents.page.tell('Emulation.setEmulatedMedia', { features });
    queueMicrotask(() => this.emit('updated'));
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.shouldUseDarkColors;
  }
}

/** Electron's nativeTheme; the system itself counts as light. */
export const nativeTheme = new NativeTheme();

/** The value of prefers-color-scheme to emulate; empty leaves it to the system. */
export function themeValue(): string {
  return nativeTheme.themeSource === 'system' ? '' : nativeTheme.themeSource;
}
