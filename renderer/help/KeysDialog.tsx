import { commands, type MenuName } from '../../shared/commands.ts';
import { shortcutOf } from '../palette/accelerator.ts';
import { Dialog } from '../ui/Dialog.tsx';
import './help.css';

/** In two columns of like length. */
const order: readonly MenuName[] = ['File', 'Edit', 'Insert', 'View', 'Help', 'Format'];

/** Keys that are no commands of the menu. */
const others: readonly (readonly [string, string])[] = [
  ['Next zone, zone before', 'F6, Shift+F6'],
  ['Insert a block, in an empty paragraph', '/'],
  ['Next header field', 'Enter'],
  ['Leave focus mode', 'Esc'],
  ['Move an article of the library to the trash', 'Delete'],
];

function Keys({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
}) {
  return (
    <section className="keys-group">
      <h3>{title}</h3>
      <dl>
        {rows.map(([label, keys]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every command that has a key, and the keys beside them. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const groups = order.map((menu) => ({
    menu,
    rows: commands.flatMap((command): (readonly [string, string])[] => {
      const keys = command.menu === menu ? shortcutOf(command) : undefined;
      return keys === undefined ? [] : [[command.label.replace('…', ''), keys]];
    }),
  }));
  return (
    <Dialog open text size="large" title="Keyboard shortcuts" onClose={onClose}>
      <div className="keys">
        {groups.map(({ menu, rows }) =>
          rows.length === 0 ? null : <Keys key={menu} title={menu} rows={rows} />,
        )}
        <Keys title="Everywhere" rows={others} />
      </div>
    </Dialog>
  );
}
