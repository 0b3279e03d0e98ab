import { createContext, use } from 'react';
import { createFormats, type Formats } from '../view-model/formats.ts';

export const FormatsContext = createContext<Formats>(createFormats([]));

export const useFormats = (): Formats => use(FormatsContext);
