/** The menus of the menu bar, in their order. */
export const menus = ['File', 'Edit', 'Insert', 'Format', 'View', 'Help'] as const;
export type MenuName = (typeof menus)[number];

/** One command: the native menu, the palette and the keyboard are made from this table. */
export interface Command {
  readonly id: CommandId;
  readonly label: string;
  readonly menu: MenuName;
  /** Electron's accelerator, the same on all systems unless `mac` differs. */
  readonly accelerator?: string;
  readonly mac?: string;
  /** Other words by which the palette finds it. */
  readonly words?: string;
  /** A line above it in the menu. */
  readonly separated?: true;
  /** Not in the palette: it only makes sense in the menu. */
  readonly menuOnly?: true;
}

type Row = Omit<Command, 'id'>;

const table = {
  'article:new': { label: 'New Article', menu: 'File', accelerator: 'CmdOrCtrl+N' },
  'window:new': { label: 'New Window', menu: 'File', accelerator: 'CmdOrCtrl+Shift+N' },
  'article:goto': { label: 'Open Article…', menu: 'File', accelerator: 'CmdOrCtrl+O', words: 'find library' },
  'import:text': {
    label: 'Import…',
    menu: 'File',
    accelerator: 'CmdOrCtrl+Shift+O',
    words: 'open txt text file copy word docx html page markdown many folder',
  },
  'import:receipt': { label: 'Last Import Receipt', menu: 'File', words: 'decisions undo import' },
  'article:save': { label: 'Save Now', menu: 'File', accelerator: 'CmdOrCtrl+S', separated: true },
  'article:saveCopy': { label: 'Save a Copy Elsewhere…', menu: 'File', words: 'backup' },
  'article:duplicate': { label: 'Duplicate Article', menu: 'File' },
  'article:trash': { label: 'Move Article to Trash', menu: 'File', words: 'delete remove' },
  'export:open': {
    label: 'Export…',
    menu: 'File',
    accelerator: 'CmdOrCtrl+E',
    separated: true,
    words: 'html markdown text',
  },
  'export:selected': { label: 'Export Selected Articles…', menu: 'File', words: 'batch many folder' },
  'export:library': {
    label: 'Export Library…',
    menu: 'File',
    words: 'batch all articles whole folder backup',
  },
  'export:copy': {
    label: 'Copy for CMS',
    menu: 'File',
    accelerator: 'CmdOrCtrl+Shift+C',
    words: 'clipboard html fragment paste',
  },
  'export:copyWordPress': {
    label: 'Copy for WordPress',
    menu: 'File',
    words: 'clipboard blocks gutenberg cms',
  },
  'library:openSelected': {
    label: 'Open Selected in New Windows',
    menu: 'File',
    separated: true,
    words: 'several many articles',
  },
  'library:duplicateSelected': {
    label: 'Duplicate Selected Articles',
    menu: 'File',
    words: 'several many copy',
  },
  'library:trashSelected': {
    label: 'Move Selected Articles to Trash…',
    menu: 'File',
    words: 'several many delete remove',
  },
  'preview:print': { label: 'Print…', menu: 'File', accelerator: 'CmdOrCtrl+P', words: 'paper' },
  'library:saveSearch': {
    label: 'Save Search…',
    menu: 'File',
    separated: true,
    words: 'library filter sort query keep',
  },
  'library:searches': { label: 'Saved Searches…', menu: 'File', words: 'library filter rename delete' },
  'library:byline': { label: 'Your Byline…', menu: 'File', words: 'mine name settings author me' },
  'library:choose': { label: 'Choose Library Folder…', menu: 'File', separated: true },
  'library:reveal': { label: 'Show Library in Folder', menu: 'File', words: 'finder explorer files' },
  'edit:undo': { label: 'Undo', menu: 'Edit', accelerator: 'CmdOrCtrl+Z' },
  'edit:redo': { label: 'Redo', menu: 'Edit', accelerator: 'CmdOrCtrl+Shift+Z' },
  'edit:pastePlain': {
    label: 'Paste as Plain Text',
    words: 'match style without formatting',
    menu: 'Edit',
    accelerator: 'CmdOrCtrl+Shift+V',
    separated: true,
  },
  'edit:pasteAsItWas': {
    label: 'Last Paste as Plain Text',
    menu: 'Edit',
    accelerator: 'CmdOrCtrl+Alt+V',
    words: 'as it was without formatting undo clipboard',
  },
  'edit:moveUp': { label: 'Move Block Up', menu: 'Edit', accelerator: 'Alt+Up', separated: true },
  'edit:moveDown': { label: 'Move Block Down', menu: 'Edit', accelerator: 'Alt+Down' },
  'edit:deleteBlock': { label: 'Delete Block', menu: 'Edit', accelerator: 'CmdOrCtrl+Shift+Backspace' },
  'insert:open': {
    label: 'Insert Block…',
    menu: 'Insert',
    accelerator: 'CmdOrCtrl+Alt+I',
    words: 'slash menu add',
  },
  'insert:figure': { label: 'Figure from File…', menu: 'Insert', words: 'image picture photo' },
  'insert:related': { label: 'Related Link…', menu: 'Insert', words: 'read also' },
  'format:paragraph': { label: 'Paragraph', menu: 'Format', accelerator: 'CmdOrCtrl+Alt+1' },
  'format:heading2': {
    label: 'Crosshead',
    menu: 'Format',
    accelerator: 'CmdOrCtrl+Alt+2',
    words: 'heading 2',
  },
  'format:heading3': { label: 'Heading 3', menu: 'Format', accelerator: 'CmdOrCtrl+Alt+3' },
  'format:heading4': { label: 'Heading 4', menu: 'Format', accelerator: 'CmdOrCtrl+Alt+4' },
  'format:bulletList': { label: 'Bullet List', menu: 'Format', accelerator: 'CmdOrCtrl+Shift+8' },
  'format:orderedList': { label: 'Numbered List', menu: 'Format', accelerator: 'CmdOrCtrl+Shift+7' },
  'format:quote': { label: 'Quote', menu: 'Format', accelerator: 'CmdOrCtrl+Shift+9' },
  'format:strong': { label: 'Bold', menu: 'Format', accelerator: 'CmdOrCtrl+B', separated: true },
  'format:emphasis': { label: 'Italic', menu: 'Format', accelerator: 'CmdOrCtrl+I' },
  'format:strike': { label: 'Strikethrough', menu: 'Format', accelerator: 'CmdOrCtrl+Shift+X' },
  'format:subscript': { label: 'Subscript', menu: 'Format', accelerator: 'CmdOrCtrl+,' },
  'format:superscript': { label: 'Superscript', menu: 'Format', accelerator: 'CmdOrCtrl+.' },
  'format:link': { label: 'Link…', menu: 'Format', accelerator: 'CmdOrCtrl+K', words: 'address url' },
  'palette:open': {
    label: 'Command Palette…',
    menu: 'View',
    accelerator: 'CmdOrCtrl+Shift+P',
    menuOnly: true,
  },
  'zone:library': {
    label: 'Library',
    menu: 'View',
    accelerator: 'CmdOrCtrl+1',
    separated: true,
    words: 'go to zone',
  },
  'zone:sheet': { label: 'Sheet', menu: 'View', accelerator: 'CmdOrCtrl+2', words: 'go to zone editor' },
  'zone:panel': { label: 'Preview', menu: 'View', accelerator: 'CmdOrCtrl+3', words: 'go to zone panel' },
  'panel:history': { label: 'Show History', menu: 'View', words: 'versions compare restore earlier' },
  'view:library': { label: 'Show or Hide Library', menu: 'View', separated: true, words: 'collapse sidebar' },
  'view:panel': { label: 'Show or Hide Preview', menu: 'View', words: 'collapse panel' },
  'view:focus': { label: 'Focus Mode', menu: 'View', accelerator: 'CmdOrCtrl+\\', words: 'zen distraction' },
  'preview:phone': { label: 'Preview at Phone Width', menu: 'View', separated: true },
  'preview:tablet': { label: 'Preview at Tablet Width', menu: 'View' },
  'preview:desktop': { label: 'Preview at Desktop Width', menu: 'View' },
  'preview:printed': { label: 'Preview in Print', menu: 'View' },
  'theme:system': { label: 'System Theme', menu: 'View', separated: true, words: 'appearance dark light' },
  'theme:light': { label: 'Light Theme', menu: 'View', words: 'appearance' },
  'theme:dark': { label: 'Dark Theme', menu: 'View', words: 'appearance night' },
  'help:keys': { label: 'Keyboard Shortcuts', menu: 'Help', accelerator: 'F1' },
  'help:safety': {
    label: 'How Your Work Is Kept',
    menu: 'Help',
    words: 'recovery crash backup history journal lost',
  },
  'help:about': { label: 'About Copydesk', menu: 'Help' },
} as const satisfies Record<string, Row>;

export type CommandId = keyof typeof table;

// `table` is a literal: its keys are the ids, and there is at least one.
const ids = Object.keys(table) as [CommandId, ...CommandId[]];

/** Every command's id, in the order of the menus. */
export const commandIds = ids;

/** Every command, in the order of the menus. */
export const commands: readonly Command[] = ids.map((id) => ({ id, ...(table[id] as Row) })); // satisfies Row above
