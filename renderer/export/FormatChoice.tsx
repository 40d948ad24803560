import { formats } from '../../shared/formats/index.ts';
import { Choice } from '../ui/Field.tsx';

export interface FormatChoiceProps {
  /** A format's id. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

const families = [...new Set(formats.map(({ family }) => family))];

/** Every format there is, the profiles of one family side by side under its name. */
export const FormatChoice = ({ chosen, onChoose }: FormatChoiceProps) => (
  <div className="export-formats">
    {families.map((family) => (
      <fieldset key={family}>
        <legend>{family}</legend>
        {formats
          .filter((format) => format.family === family)
          .map(({ id, label, extension }) => (
            <Choice
              key={id}
              type="radio"
              name="export-format"
              checked={id === chosen}
              data-focus-first={id === chosen ? '' : undefined}
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
