import { commands, menus, type Command, type CommandId, type MenuName } from '../../shared/commands.ts';

type Role =
  | 'about'
  | 'close'
  | 'copy'
  | 'cut'
  | 'editMenu'
  | 'front'
  | 'hide'
  | 'hideOthers'
  | 'minimize'
  | 'paste'
  | 'pasteAndMatchStyle'
  | 'quit'
  | 'selectAll'
  | 'services'
  | 'togglefullscreen'
  | 'unhide'
  | 'window'
  | 'zoom'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut';

/** One entry of a native menu, in the words of Electron's templates. */
export interface MenuEntry {
  /** The command's id, so that tests find it. */
  readonly id?: string;
  readonly label?: string;
  readonly role?: Role;
  readonly type?: 'separator';
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly click?: () => void;
  readonly submenu?: MenuEntry[];
}

/** What the menu is made for, and what it does. */
export interface MenuPorts {
  readonly mac: boolean;
  /** Newest first. */
  readonly recent: readonly { readonly id: string; readonly title: string }[];
  readonly run: (id: CommandId) => void;
  readonly show: (article: string) => void;
}

const line: MenuEntry = { type: 'separator' };

const entryOf = (command: Command, { mac, run }: MenuPorts): MenuEntry => {
  const accelerator = mac ? (command.mac ?? command.accelerator) : command.accelerator;
  return {
    id: command.id,
    label: command.label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => run(command.id),
  };
};

// An ampersand would underline the letter after it.
const plain = (title: string): string =>
  title.trim() === '' ? 'Untitled' : title.trim().slice(0, 60).replaceAll('&', '&&');

const recentMenu = ({ recent, show }: MenuPorts): MenuEntry => ({
  label: 'Recent Articles',
  enabled: recent.length > 0,
  submenu: recent.slice(0, 10).map(({ id, title }) => ({
    id: `recent:${id}`,
    label: plain(title),
    click: () => show(id),
  })),
});

/** What stands after a command, beside the commands of the table. */
const after = (id: CommandId, ports: MenuPorts): readonly MenuEntry[] => {
  if (id === 'article:goto') return [recentMenu(ports)];
  if (id === 'edit:redo') return [line, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }];
  if (id === 'edit:pasteAsItWas') return [{ role: 'selectAll' }];
  if (id === 'library:reveal')
    return ports.mac ? [line, { role: 'close' }] : [line, { role: 'close' }, { role: 'quit' }];
  if (id === 'theme:dark')
    return [
      line,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
    ];
  return [];
};

// Paste as plain text belongs to paste: the line above it is drawn by the roles instead.
const separatedBefore = (command: Command): boolean =>
  command.separated === true && command.id !== 'edit:pastePlain';

const menuOf = (name: MenuName, ports: MenuPorts): MenuEntry => ({
  label: name,
  submenu: commands
    .filter((command) => command.menu === name)
    .flatMap((command) => [
      ...(separatedBefore(command) ? [line] : []),
      entryOf(command, ports),
      ...after(command.id, ports),
    ]),
});

const appMenu: MenuEntry = {
  label: 'Copydesk',
  submenu: [
    { role: 'about' },
    line,
    { role: 'services' },
    line,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    line,
    { role: 'quit' },
  ],
};

const windowMenu = (mac: boolean): MenuEntry => ({
  label: 'Window',
  submenu: [
    { role: 'minimize' },
    ...(mac ? [{ role: 'zoom' } as const, line, { role: 'front' } as const] : []),
  ],
});

/** The menu bar: the table of commands, the system's own roles, and the recent articles. */
export function menuTemplate(ports: MenuPorts): MenuEntry[] {
  const own = menus.map((name) => menuOf(name, ports));
  const last = own.length - 1;
  return [...(ports.mac ? [appMenu] : []), ...own.slice(0, last), windowMenu(ports.mac), ...own.slice(last)];
}
