import type { ReactNode } from 'react';

/** One large row to choose: the whole row is the control. */
export function ChoiceRow(props: {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  /** After marking: how the row came out. */
  readonly verdict?: { readonly tone: 'good' | 'stop' | 'plain'; readonly words: string } | undefined;
  readonly note?: ReactNode;
  readonly locked?: boolean;
}) {
  const { type, name, value, checked, onChange, children, verdict, note, locked } = props;
  return (
    <div className="choice" data-tone={verdict?.tone}>
      <label>
        <input
          type={type}
          name={name}
          value={value}
          checked={checked}
          disabled={locked}
          onChange={(e) => onChange(e.target.checked)}
        />
        <span className="choice-text">
          {children}
          {verdict?.words ? <strong className="verdict">{verdict.words}</strong> : null}
        </span>
      </label>
      {note}
    </div>
  );
}
