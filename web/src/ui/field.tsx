import { type ComponentProps, type ReactNode, useId } from 'react';

interface FieldProps {
  readonly label?: string;
  /** More about the field, below it. */
  readonly note?: string;
  /** What to correct. */
  readonly error?: string | undefined;
  /** At the start of the field. */
  readonly icon?: ReactNode;
  /** At its end: a unit, a sign or a button. */
  readonly aside?: ReactNode;
}

export type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, 'id'>;

/** A line of text, with `className` on the whole field. */
export function TextField(props: TextFieldProps) {
  const { className, label, note, error, icon, aside, ...input } = props;
  return (
    <Field {...{ className, label, note, error, icon, aside }}>
      {(attributes) => <input {...input} {...attributes} className="text-box" />}
    </Field>
  );
}

export type SelectFieldProps = FieldProps & Omit<ComponentProps<'select'>, 'id'>;

export function SelectField(props: SelectFieldProps) {
  const { className, label, note, error, icon, aside, ...select } = props;
  return (
    <Field {...{ className, label, note, error, icon, aside }}>
      {(attributes) => <select {...select} {...attributes} className="text-box" />}
    </Field>
  );
}

interface Attributes {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

function Field({
  className = '',
  label,
  note,
  error,
  icon,
  aside,
  children,
}: { readonly [Name in keyof FieldProps]: FieldProps[Name] | undefined } & {
  readonly className: string | undefined;
  children(attributes: Attributes): ReactNode;
}) {
  const id = useId();
  const noteId = `${id}-note`;
  const errorId = `${id}-error`;
  const describedBy = [note !== undefined && noteId, error !== undefined && errorId];
  return (
    <div className={`field ${className}`}>
      {label !== undefined && <label htmlFor={id}>{label}</label>}
      <div className="field-box">
        {icon && <span className="field-icon">{icon}</span>}
        {children({
          id,
          'aria-invalid': error !== undefined,
          'aria-describedby': describedBy.filter(Boolean).join(' ') || undefined,
        })}
        {aside && <span className="field-aside">{aside}</span>}
      </div>
      {note !== undefined && (
        <p id={noteId} className="soft">
          {note}
        </p>
      )}
      {error !== undefined && (
        <p id={errorId} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
