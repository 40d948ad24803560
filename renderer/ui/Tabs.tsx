import { Tabs as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import './Tabs.css';

/** One tab and what it shows. */
export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly tabs: readonly Tab[];
}

/** Tabs by the ARIA pattern: arrows move between them. Only the chosen one is mounted. */
export function Tabs({ label, value, onChange, tabs }: TabsProps) {
  return (
    <Primitive.Root className="ui-tabs" value={value} onValueChange={onChange}>
      <Primitive.List className="ui-tabs-list" aria-label={label}>
        {tabs.map((tab) => (
          <Primitive.Trigger key={tab.id} className="ui-tab" value={tab.id}>
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.id} className="ui-tab-content" value={tab.id}>
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}
