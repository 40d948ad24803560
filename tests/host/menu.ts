import { parseAccelerator } from './accelerator.ts';
import type { BrowserWindow } from './browserWindow.ts';
import { roles, type Role } from './menuRoles.ts';
import type { KeyMatch } from './page.ts';
import { record } from './record.ts';
import { state } from './state.ts';
import { strict, strictEmitter } from './strict.ts';
import { openWindows } from './windows.ts';
import { askPerson } from './askPerson.ts';

type Click = (item: MenuItem, window: BrowserWindow | undefined, event: object) => void;
type Template = {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly acceleratorWorksWhenHidden?: boolean;
  readonly registerAccelerator?: boolean;
  readonly click?: Click;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly sublabel?: string;
  readonly toolTip?: string;
  readonly icon?: unknown;
  readonly submenu?: readonly Template[] | Menu;
};

let lastCommand = 0;

/** One entry of a menu. */
export class MenuItem extends strictEmitter('MenuItem') {
  readonly commandId: number;
  readonly id: string | undefined;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly registerAccelerator: boolean;
  readonly submenu: Menu | undefined;
  label: string;
  sublabel: string;
  toolTip: string;
  icon: unknown;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  menu: Menu | undefined = undefined;
  private readonly userClick: Click | undefined;
  private readonly known: Role | undefined;

  constructor(template: Template) {
    super();
    for (const key of ['before', 'after', 'beforeGroupContaining', 'afterGroupContaining'])
      if (key in template) throw new Error(`electron-host: MenuItem option ${key} is not implemented`);
    const { role } = template;
    const known = role === undefined ? undefined : roles[role.toLowerCase()];
    if (role !== undefined && known === undefined)
      throw new Error(`electron-host: unknown menu role ${role}`);
    lastCommand += 1;
    this.commandId = lastCommand;
    this.known = known;
    this.role = role?.toLowerCase();
    this.id = template.id;
    const submenu = template.submenu ?? known?.submenu;
    this.submenu =
      submenu === undefined || submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu);
    this.type = template.type ?? (this.submenu === undefined ? 'normal' : 'submenu');
    this.label = template.label ?? known?.label ?? '';
    this.accelerator = template.accelerator ?? known?.accelerator;
    this.registerAccelerator = template.registerAccelerator ?? true;
    this.sublabel = template.sublabel ?? '';
    this.toolTip = template.toolTip ?? '';
    this.icon = template.icon ?? null;
    this.enabled = template.enabled ?? true;
    this.visible = template.visible ?? true;
    this.checked = template.checked ?? false;
    this.userClick = template.click;
  }

  /** As a person's click: toggles, runs the role, else calls the template's click. */
  click(event: object = {}, window?: BrowserWindow, _contents?: unknown): void {
    if (this.type === 'checkbox') this.checked = !this.checked;
    else if (this.type === 'radio') {
      for (const item of this.menu?.items ?? []) if (item.type === 'radio') item.checked = item === this;
    }
    if (this.known?.run !== undefined) this.known.run(window ?? focusedWindow());
    else this.userClick?.(this, window, event);
  }
}

function focusedWindow(): BrowserWindow | null {
  return [...openWindows].find((window) => window.isFocused()) ?? null;
}

let applicationMenu: Menu | null = null;
// A key that was on its way when the menu was replaced still means the item that it was pressed for.
let menuBefore: Menu | null = null;

/** A menu: a list of items; popups are recorded, or asked of the person in a visible host. */
export class Menu extends strictEmitter('Menu') {
  readonly items: MenuItem[] = [];
  private onClose: (() => void) | undefined = undefined;

  static buildFromTemplate(template: readonly (Template | MenuItem)[]): Menu {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array');
    const menu = new Menu();
    for (const entry of template) menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    menuBefore = applicationMenu;
    applicationMenu = menu;
    for (const window of openWindows) window.webContents.sendAccelerators();
  }
  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }
  static sendActionToFirstResponder(action: string): void {
    record('Menu.sendActionToFirstResponder', action);
  }

  append(item: MenuItem): void {
    this.insert(this.items.length, item);
  }
  insert(position: number, item: MenuItem): void {
    item.menu = this;
    this.items.splice(position, 0, item);
  }
  getMenuItemById(id: string): MenuItem | null {
    return this.allItems().find((item) => item.id === id) ?? null;
  }

  /** The items of this menu and of every menu below it. */
  allItems(): readonly MenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu?.allItems() ?? [])]);
  }

  popup(options: { readonly window?: BrowserWindow; readonly callback?: () => void } = {}): void {
    record(
      'Menu.popup',
      this.items.map((item) => item.label),
    );
    this.onClose = options.callback;
    this.emit('menu-will-show', {});
    if (state.visible) void this.ask(options.window ?? focusedWindow());
  }
  closePopup(): void {
    this.emit('menu-will-close', {});
    this.onClose?.();
    this.onClose = undefined;
  }
  private async ask(window: BrowserWindow | null): Promise<void> {
    const choices = this.allItems().filter(
      (item) => item.visible && item.enabled && item.type !== 'separator',
    );
    const lines = choices.map((item, index) => `${index + 1}  ${item.label}`);
    const answer = await askPerson(window, `${lines.join('\n')}\n\nNumber:`, '');
    this.closePopup();
    choices[Number(answer) - 1]?.click({}, window ?? undefined);
  }
}

/** The keys of the application menu as the page compares them. */
export function acceleratorList(): readonly KeyMatch[] {
  const items = applicationMenu?.allItems() ?? [];
  return items.flatMap((item) =>
    item.accelerator === undefined || !item.registerAccelerator || item.submenu !== undefined
      ? []
      : [parseAccelerator(item.accelerator, item.commandId)],
  );
}

/** Clicks the item of that command, as its key would. */
export function triggerAccelerator(command: number, window: BrowserWindow): void {
  const items = [...(applicationMenu?.allItems() ?? []), ...(menuBefore?.allItems() ?? [])];
  const item = items.find((known) => known.commandId === command);
  if (item?.enabled === true) item.click({ triggeredByAccelerator: true }, window, window.webContents);
}

/** Menu and MenuItem with unknown static properties refused. */
export const StrictMenu = strict('Menu', Menu);
