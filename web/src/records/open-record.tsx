import { useIsPhone } from '../ui/use-is-phone.ts';
import { RecordEditor, type RecordEditorProps } from './record-editor.tsx';
import { RecordSheet } from './record-sheet.tsx';

/** The corrections of a record: in its row, or on a phone in a sheet above the page. */
export function OpenRecord(props: RecordEditorProps) {
  const isPhone = useIsPhone();
  const editor = <RecordEditor {...props} />;
  if (!isPhone) return editor;
  return (
    <RecordSheet record={props.record} onClose={props.onClose}>
      {editor}
    </RecordSheet>
  );
}
