import { Alert } from '../ui/Alert.tsx';
import { useServices } from '../window/services.ts';
import { trashSeveral } from './several.ts';

/** The question before several articles go to the trash. */
export function TrashQuestion({ onClose }: { readonly onClose: () => void }) {
  const services = useServices();
  const number = services.view.get().selected.length.toLocaleString('en');
  return (
    <Alert
      open
      title={`Move ${number} articles to the trash?`}
      choices={[
        { label: 'Cancel', safe: true, run: onClose },
        {
          label: `Move ${number} to Trash`,
          kind: 'danger',
          run: () => {
            onClose();
            void trashSeveral(services);
          },
        },
      ]}
    >
      <p>They stay in the trash of the library, with their histories, until you delete them there.</p>
    </Alert>
  );
}
