import { useMediaQuery } from '@mantine/hooks';

/** Whether the page has a phone's single column. */
export const useIsPhone = (): boolean =>
  useMediaQuery('(max-width: 37.49em)', false, { getInitialValueInEffect: false });
