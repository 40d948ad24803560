import { formats } from '../../shared/formats/index.ts';
import { Choice } from '../ui/Field.tsx';

export interface FormatChoiceProps {
  /** The ids of formats. */
  readonly chosen: readonly string[];
  /** Whether there may be several, or one that stands for the others. */
  readonly type: 'checkbox' | 'radio';
  readonly onChoose: (id: string) => void;
}

const families = [...new Set(formats.map(({ family }) => family))];

/** Every format there is, the profiles of one family side by side under its name. */
export const FormatChoice = ({ chosen, type, onChoose }: FormatChoiceProps) => (
  <div className="export-formats">
    {families.map((family) => (
      <fieldset key={family}>
        <legend>{family}</legend>
        {formats
          .filter((format) => format.family === family)
          .map(({ id, label, extension }) => (
            <Choice
              key={id}
              type={type}
              name="export-format"
              checked={chosen.includes(id)}
              data-focus-first={id === chosen[0] ? '' : undefined}
              onChange={() => onChoose(id)}
              label={
                <>
                  {label} <span className="export-extension">.{extension}</span>
                </>
              }
            />
          ))}
      </fieldset>
    ))}
  </div>
);
